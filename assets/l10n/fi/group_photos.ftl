# Who stands where in group photos, and their printed legends.

group-photos-title = Ryhmäkuvat
group-photos-open = Nimeä ryhmäkuvat
group-photos-open-of = Nimeä kuvauksen { $job } ryhmäkuvat
group-photos-list = Ryhmäkuvat luokittain
group-photos-into = Nimiin
group-photos-enlarge = Avaa kuva suurena
group-photos-no-class = Kuvauksen luokissa ei ole vielä ketään. Tuo luokkalista.
group-photos-no-photo = Luokasta ei ole ryhmäkuvaa. Kohdista luokan ryhmäkuva luokalle, jos se on jo tuotu.
group-photos-no-photo-short = Ei ryhmäkuvaa
group-photos-photo-of = { $class }, { $photo }
group-photos-named = Nimetty { $count }
group-photos-unnamed = Nimeämättä
group-photos-rejected = Hylätty
group-photos-lost = { $count ->
    [one] { $number } nimetty kuva ei ole enää kohdistettu millekään luokalle. Nimet ovat tallessa; ne palaavat, kun kuva on taas luokan.
   *[other] { $number } nimettyä kuvaa ei ole enää kohdistettu millekään luokalle. Nimet ovat tallessa; ne palaavat, kun kuvat ovat taas luokan.
}
group-photos-position = { $at } / { $total }
group-photos-by = { $name }, { $at }
group-photos-by-recovery = palautuskoodilla, { $at }
group-photos-rows = Kuvassa olevat
group-photos-row-only = Vasemmalta
group-photos-row-back = Takarivi
group-photos-row-middle = Keskirivi
group-photos-row-between = { $number }. rivi takaa
group-photos-row-front = Eturivi
group-photos-at = { $row }: paikka { $number }
group-photos-field = Seuraava vasemmalta
group-photos-field-help = Kirjoita nimen alkua ja paina Enter, tai valitse numerolla vielä nimeämättömistä.
group-photos-free = Kirjoita nimeksi: { $name }
group-photos-none-found = Kukaan ei vastaa hakua.
group-photos-teacher = { $name } (opettaja)
group-photos-remaining = Vielä nimeämättä ({ $number })
group-photos-remaining-none = Luokan jokainen on kuvassa.
group-photos-remaining-absent = Tähän jäävät ovat poissa kuvasta.
group-photos-not-named = Ei nimetä kuvatekstissä
group-photos-withheld = { $count ->
    [one] Kuvatekstissä jätetään { $number } nimeämättä.
   *[other] Kuvatekstissä jätetään { $number } nimeämättä.
}
group-photos-copy = Ota nimet kuvasta { $photo }
group-photos-take-out = Poista: { $name }
group-photos-take-out-before = Poista edellinen
group-photos-take-out-after = Poista seuraava
group-photos-next-row = Seuraava rivi
group-photos-move-left = Siirrä vasemmalle
group-photos-move-right = Siirrä oikealle
group-photos-move-up = Siirrä taemmas
group-photos-move-down = Siirrä eteen
group-photos-row-up = Siirrä rivi taemmas
group-photos-row-down = Siirrä rivi eteen
group-photos-undo = Kumoa
group-photos-step = Siirry nimien välissä
group-photos-take-number = Nimeä numerolla
group-photos-full-row = Rivillä on jo 60 nimeä. Aloita uusi rivi (Ctrl+Enter).
group-photos-full-photo = Kuvassa on jo 12 riviä. Siirrä nimiä toisille riveille.
group-photos-saved = Ryhmäkuvan nimet tallennettiin.
group-photos-legend-open = Kuvatekstit…
group-photos-legend-title = Ryhmäkuvien kuvatekstit: { $job }
group-photos-legend-which = Kuvat
group-photos-legend-this = Vain tämä kuva ({ $class })
group-photos-legend-all = { $count ->
    [one] Kaikki nimetyt kuvat ({ $number })
   *[other] Kaikki nimetyt kuvat ({ $number })
}
group-photos-legend-absent = Luettele poissa olevat
group-photos-legend-help = Kuvateksti kirjoitetaan koulun kielellä, sivu kuvaa kohti. Suojattuja ja kuvaamisen tai julkaisun kieltäneitä ei nimetä.
group-photos-legend-nobody = Kuvissa, joita ei ole hylätty, ei ole vielä tallennettuja nimiä. Nimeä ensin ja tallenna.
group-photos-legend-unsaved = Tallentamattomat muutokset eivät ole kuvatekstissä.
group-photos-legend-save = Tallenna PDF:nä…
group-photos-legend-saved = Kuvatekstit tallennettiin: { $name }
group-photos-legend-cancelled = Kuvatekstejä ei tallennettu.
