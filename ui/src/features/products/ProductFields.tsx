/** A product's details as a form. What is valid is decided by the register. */
import { useMethod, type ApiError, type ProductFieldsDto, type VatClassDto, type VatRate } from "../../api";
import { FieldPanel, FieldRow, MoneyField, NumberField, Select, Switch, TextField } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";

export const NEW_PRODUCT: ProductFieldsDto = {
  code: "",
  nameFi: "",
  nameSv: "",
  nameEn: "",
  print: { size: "", widthMm: 102, heightMm: 152, surface: "" },
  priceCents: 0,
  vatClass: "general",
  isActive: true,
};
const HIGHEST_PRICE_CENTS = 9_999_999;
const SIDE_MM = { least: 10, most: 2_000 };
const VAT_CLASSES: readonly VatClassDto[] = ["general", "reduced", "press", "exempt"];
const NO_RATES: VatRate[] = [];
const NEW_SIZE = { size: "", widthMm: 102, heightMm: 152, surface: "" };

export function ProductFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: ProductFieldsDto;
  onChange(value: ProductFieldsDto): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const limitsOf = (name: string) => {
    if (name === "priceCents") return { least: format.money(0), most: format.money(HIGHEST_PRICE_CENTS) };
    return { least: format.number(SIDE_MM.least), most: format.number(SIDE_MM.most) };
  };
  const rates = useMethod("product_list", {}).data?.vatRates ?? NO_RATES;
  const problemOf = (name: string) => {
    const found = error?.problem(name) ?? error?.problem(`fields.${name}`);
    if (found === "out_of_range" && (name === "print.size" || name === "print.surface"))
      return t("product-folder-signs");
    if (found === "out_of_range") return t("field-out-of-range-limits", limitsOf(name));
    if (found) return t(codeKey("field", found));
    return name === "code" && error?.code === "product_code_taken" ? t("field-not-unique") : undefined;
  };
  const set = (part: Partial<ProductFieldsDto>) => onChange({ ...value, ...part });
  const { print } = value;
  return (
    <>
      <TextField
        isShort
        label={t("field-label-code")}
        name="code"
        help={t("product-code-help")}
        value={value.code}
        onChange={(code) => set({ code })}
        error={problemOf("code")}
        isRequired
        autoFocus={autoFocus}
      />
      <TextField
        label={t("field-label-name-fi")}
        name="nameFi"
        value={value.nameFi}
        onChange={(nameFi) => set({ nameFi })}
        error={problemOf("nameFi")}
        isRequired
      />
      <TextField
        label={t("field-label-name-sv")}
        name="nameSv"
        value={value.nameSv}
        onChange={(nameSv) => set({ nameSv })}
        error={problemOf("nameSv")}
        isRequired
      />
      <TextField
        label={t("field-label-name-en")}
        name="nameEn"
        value={value.nameEn}
        onChange={(nameEn) => set({ nameEn })}
        error={problemOf("nameEn")}
        isRequired
      />
      <FieldRow>
        <MoneyField
          label={t("field-label-price")}
          name="priceCents"
          help={t("product-price-help")}
          value={value.priceCents}
          onChange={(priceCents) => set({ priceCents })}
          error={problemOf("priceCents")}
        />
        <Select<VatClassDto>
          label={t("product-vat-class")}
          name="vatClass"
          help={t("product-vat-help")}
          value={value.vatClass}
          onChange={(vatClass) => set({ vatClass })}
          choices={VAT_CLASSES.map((id) => {
            const rate = rates.find((entry) => entry.class === id);
            return {
              id,
              label: t(codeKey("vat-class", id)),
              ...(rate ? { note: format.rate(rate.vatBp) } : {}),
            };
          })}
        />
      </FieldRow>
      <Switch isSelected={print !== null} onChange={(isPrint) => set({ print: isPrint ? NEW_SIZE : null })}>
        {t("product-is-print")}
      </Switch>
      {print ? (
        <FieldPanel>
          <FieldRow>
            <TextField
              label={t("field-label-size")}
              name="size"
              help={t("product-size-help")}
              value={print.size}
              onChange={(size) => set({ print: { ...print, size } })}
              error={problemOf("print.size") ?? problemOf("size")}
              isRequired
            />
            <TextField
              label={t("field-label-surface")}
              name="surface"
              help={t("product-surface-help")}
              value={print.surface}
              onChange={(surface) => set({ print: { ...print, surface } })}
              error={problemOf("print.surface") ?? problemOf("surface")}
            />
          </FieldRow>
          <FieldRow>
            <NumberField
              label={t("field-label-width-mm")}
              name="widthMm"
              value={print.widthMm}
              min={SIDE_MM.least}
              max={SIDE_MM.most}
              onChange={(widthMm) => set({ print: { ...print, widthMm } })}
              error={problemOf("print.widthMm") ?? problemOf("widthMm")}
            />
            <NumberField
              label={t("field-label-height-mm")}
              name="heightMm"
              value={print.heightMm}
              min={SIDE_MM.least}
              max={SIDE_MM.most}
              onChange={(heightMm) => set({ print: { ...print, heightMm } })}
              error={problemOf("print.heightMm") ?? problemOf("heightMm")}
            />
          </FieldRow>
        </FieldPanel>
      ) : null}
      <Switch isSelected={value.isActive} onChange={(isActive) => set({ isActive })}>
        {t("product-active")}
      </Switch>
    </>
  );
}
