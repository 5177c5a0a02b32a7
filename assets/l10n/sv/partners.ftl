# Print partners and why one is refused.

partners-title = Tryckpartner
partners-new = Ny tryckpartner
partners-list = Lista över tryckpartner
partners-empty = Tryckpartner trycker bilderna. För var och en behövs land och ett daterat avtal om personuppgifter.
partners-count =
    { $count ->
        [one] 1 tryckpartner
       *[other] { $count } tryckpartner
    }
partner-column-name = Namn
partner-column-country = Land
partner-column-agreement = Avtal
partner-column-batches = Partier
partner-column-state = Överlämning
partner-allowed = Tillåten
partner-refused = Förhindrad
partner-details = Tryckpartnerns uppgifter
partner-refusal-outside-eea = Landet ligger utanför Europeiska ekonomiska samarbetsområdet. Personuppgifter lämnas bara till EES-länder. Välj en annan partner.
partner-refusal-no-agreement = Avtalets datum saknas. Anteckna det när avtalet om personuppgifter är undertecknat.
partner-refusal-agreement-not-yet = Avtalets datum ligger framåt i tiden. Överlämning är möjlig från och med den dagen.
partner-refusal-inactive = Tryckpartnern är inte i bruk. Ta den i bruk i dess uppgifter eller välj en annan.
partner-refusal-title = Till den här partnern kan inga bilder lämnas nu
partner-profile-plain = Mappar och kontrollsummor (för alla tryckerier)
partner-agreement-help = Dagen då avtalet om behandling av personuppgifter undertecknades.
partner-country-help = Personuppgifter lämnas bara ut inom Europeiska ekonomiska samarbetsområdet.
partner-no-agreement = inget avtal
partner-saved = Tryckpartnern är sparad
partner-created = Tryckpartnern är tillagd
