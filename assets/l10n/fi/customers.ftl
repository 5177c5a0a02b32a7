# Customers and their permissions.

customers-title = Asiakkaat
customers-new = Uusi asiakas
customers-search = Hae asiakkaista
customers-search-help = Nimi, puhelin, sähköposti tai tilausnumero
customers-empty = Asiakkaat ovat huoltajia, kouluja ja yrityksiä, jotka tilaavat ja maksavat.
customers-none-found = Haulla ”{ $search }” ei löydy ketään.
customers-none-found-help = Kokeile osaa nimestä tai pelkkää puhelinnumeroa.
customers-clear-search = Tyhjennä haku
customers-count =
    { $count ->
        [one] 1 asiakas
       *[other] { $count } asiakasta
    }
customers-list = Asiakasluettelo
customer-column-name = Nimi
customer-column-town = Paikkakunta
customer-column-orders = Tilauksia
customer-column-marketing = Markkinointi
customer-card = Asiakkaan tiedot
customer-saved = Asiakkaan tiedot on tallennettu
customer-created = Asiakas on lisätty
customer-added-at = Lisätty { $date }
customer-orders = Tilaukset
customer-no-orders = Ei tilauksia.
customer-more-orders = Näytä vanhempia tilauksia
customer-disclosures = Luovutukset
customer-no-disclosures = Asiakkaan kuvia ei ole luovutettu kenellekään.
customer-disclosures-more = Näytä vanhempia
customer-new-order = Uusi tilaus
customer-language-help = Tällä kielellä asiakkaalle puhutaan ja kirjoitetaan.
customer-children = Lapset

## Marketing permission

consent-title = Markkinointilupa
consent-lead = Kysy tämä asiakkaalta juuri näillä sanoilla. Sanamuoto, vastaus ja tapa tallentuvat.
consent-answer = Asiakkaan vastaus
consent-yes = Kyllä, saa lähettää
consent-no = Ei
consent-channel = Miten vastattiin
consent-channel-desk = Tiskillä
consent-channel-phone = Puhelimessa
consent-channel-paper = Paperilla
consent-answer-needed = Kysy asiakkaalta ja valitse vastaus.
consent-channel-needed = Valitse, miten asiakas vastasi.
consent-permitted = Markkinointi sallittu
consent-not-permitted = Ei markkinointia
consent-given = Antoi luvan
consent-refused = Ei antanut lupaa
consent-history = Vastaukset
consent-new-answer = Kirjaa uusi vastaus
consent-record = Kirjaa vastaus
consent-recorded = Vastaus on kirjattu
consent-show-wording = Näytä sanamuoto

## Changed elsewhere

customer-stale-title = Asiakkaan tietoja on muutettu toisaalla
customer-stale-text = Tiedot muuttuivat sen jälkeen, kun avasit ne. Valitse kunkin kentän kohdalla, kumpi jää voimaan.
customer-stale-field = Kenttä
customer-stale-mine = Omasi
customer-stale-theirs = Tallennettu
customer-stale-take-theirs = Ota tallennettu kokonaan
customer-stale-save = Tallenna valitut
customer-stale-same = Versioissa ei ole eroja. Tallenna uudelleen.
