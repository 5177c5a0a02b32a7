# Fields and forms: problems, names and the words of every form.

## What is wrong with a field

field-required = Tieto puuttuu. Täytä kenttä.
field-too-long = Teksti on liian pitkä. Lyhennä sitä.
field-not-business-id = Y-tunnus ei täsmää. Se on muotoa 1234567-1; tarkista numerot.
field-not-email = Tämä ei ole sähköpostiosoite. Muoto on nimi@esimerkki.fi.
field-not-phone = Tämä ei ole puhelinnumero. Käytä numeroita, välilyöntejä ja alussa plusmerkkiä.
field-not-date = Päivä ei ole kalenterissa. Tarkista se.
field-not-country = Valitse maa luettelosta.
field-out-of-range = Arvo on sallittujen rajojen ulkopuolella. Tarkista se.
field-out-of-range-limits = Luku ei ole sallituissa rajoissa. Anna luku väliltä { $least }–{ $most }.
field-not-unique = Sama arvo on jo käytössä. Anna toinen.
field-not-postal-code = Postinumero ei kelpaa. Suomessa siinä on viisi numeroa.
field-not-card-code = Tämä ei ole kuvauskortin koodi. Kirjoita koko koodi tai sen loppu, esimerkiksi 0042-N.
field-not-matched = Kuva ei ole vielä kenenkään. Kohdista se ensin kuvattavalle.

## Names of fields, in forms and in the history

field-label-name = Nimi
field-label-last-name = Sukunimi tai organisaatio
field-label-first-name = Etunimi
field-label-email = Sähköposti
field-label-phone = Puhelin
field-label-street = Katuosoite
field-label-postal-code = Postinumero
field-label-town = Postitoimipaikka
field-label-country = Maa
field-label-taken-at = Kuvausaika
field-label-language = Kieli
field-label-note = Lisätiedot
field-label-marketing = Markkinointilupa
field-label-business-id = Y-tunnus
field-label-code = Koodi
field-label-name-fi = Nimi suomeksi
field-label-name-sv = Nimi ruotsiksi
field-label-name-en = Nimi englanniksi
field-label-kind = Laji
field-label-print = Kuvakoko
field-label-size = Koko
field-label-width-mm = Lyhyt sivu, mm
field-label-height-mm = Pitkä sivu, mm
field-label-surface = Paperin pinta
field-label-price = Hinta
field-label-vat = ALV-kanta
field-label-is-active = Käytössä
field-label-role = Rooli
field-label-agreed-on = Salassapitosopimuksen päivä
field-label-agreement-on = Sopimuksen päivä
field-label-profile = Luovutusmuoto
field-label-photographer = Kuvaaja
field-label-color = Väri
field-label-is-retake = Uusintakuva
field-label-turn = Kääntö
field-label-head = Pään paikka
field-label-rating = Arvosana
field-label-is-rejected = Hylkäys
field-label-lines = Rivit
field-label-customer = Asiakas
field-label-state = Tila
field-label-folder = Kansio
field-label-passphrase = Salalause
field-label-keychain = Avainnippu
field-label-lock-after-minutes = Lukitus käyttämättömänä
field-label-customer-id = Asiakas
field-label-price-cents = Hinta
field-label-vat-class = ALV-ryhmä
field-label-vat-bp = ALV-kanta
field-label-files = Tiedostoja
field-label-prints = Vedoksia
field-label-bytes = Koko
field-label-sha256 = Tarkistussumma
field-label-recovery-code = Palautuskoodi
field-label-marks = Merkinnät
field-label-intact = Ehjä
field-label-broken = Ei ehjä
field-label-table = Taulukko
field-label-bundle = Allekirjoitettu paketti
field-label-backward = Taaksepäin
field-label-forward = Eteenpäin

## Languages

language-fi = Suomi
language-sv = Ruotsi
language-en = Englanti

## Forms: saving, and leaving with changes

form-save = Tallenna
form-cancel = Peruuta
form-close = Sulje
form-discard = Hylkää muutokset
form-keep-editing = Jatka muokkausta
form-unsaved-title = Muutoksia ei ole tallennettu
form-unsaved-text = Jos lähdet nyt, tekemäsi muutokset jäävät tallentamatta.
form-unsaved = Tallentamattomia muutoksia
form-all = Kaikki
form-loading = Haetaan
form-stale-reload = Hylkää omat muutokset ja näytä uudet tiedot
form-empty-value = ei tietoa
