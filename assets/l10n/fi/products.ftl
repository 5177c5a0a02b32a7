# Products.

products-title = Tuotteet
products-new = Uusi tuote
products-list = Tuoteluettelo
products-search = Hae tuotteista
products-empty = Tuotteet ovat kuvakokoja ja muuta, mitä tilauksille voi lisätä.
products-none-found = Haulla ei löydy tuotteita.
products-show-inactive = Näytä myös käytöstä poistetut
products-count =
    { $count ->
        [one] 1 tuote
       *[other] { $count } tuotetta
    }
product-column-code = Koodi
product-column-name = Nimi
product-column-size = Koko
product-column-price = Hinta
product-column-vat = ALV
product-column-state = Tila
product-active = Käytössä
product-inactive = Ei käytössä
product-details = Tuotteen tiedot
product-code-help = Lyhyt koodi, joka kirjoitetaan tilaukselle.
product-price-help = Hinta sisältää arvonlisäveron.
product-is-print = Kuvatuote: rivi tarvitsee kuvan
product-no-print = Ei kuvaa
product-size-help = Näkyy painolle kansion nimenä, esimerkiksi 10x15.
product-surface-help = Jätä tyhjäksi, jos painolla on vain yksi pinta.
product-folder-signs = Käytä vain kirjaimia a–z, numeroita ja merkkejä - _ ja pistettä keskellä: tästä tulee kansion nimi.
product-vat-class = ALV-ryhmä
product-vat-help = Kanta määräytyy tilauksen vahvistuspäivästä.
vat-class-general = Yleinen
vat-class-reduced = Alennettu
vat-class-press = Lehdet
vat-class-exempt = Veroton
product-saved = Tuote on tallennettu
product-created = Tuote on lisätty
