# Print partners and why one is refused.

partners-title = Painokumppanit
partners-new = Uusi painokumppani
partners-list = Painokumppaniluettelo
partners-empty = Painokumppanit tulostavat kuvat. Jokaisesta tarvitaan maa ja päivätty sopimus henkilötietojen käsittelystä.
partners-count =
    { $count ->
        [one] 1 painokumppani
       *[other] { $count } painokumppania
    }
partner-column-name = Nimi
partner-column-country = Maa
partner-column-agreement = Sopimus
partner-column-batches = Eriä
partner-column-state = Luovutus
partner-allowed = Sallittu
partner-refused = Estetty
partner-details = Painokumppanin tiedot
partner-refusal-outside-eea = Maa on Euroopan talousalueen ulkopuolella. Henkilötietoja luovutetaan vain ETA-maihin. Valitse toinen kumppani.
partner-refusal-no-agreement = Sopimuksen päivä puuttuu. Kirjaa se, kun sopimus henkilötietojen käsittelystä on allekirjoitettu.
partner-refusal-agreement-not-yet = Sopimuksen päivä on vasta edessä. Luovuttaa voi siitä päivästä alkaen.
partner-refusal-inactive = Painokumppani ei ole käytössä. Ota se käyttöön sen tiedoissa tai valitse toinen.
partner-refusal-title = Tälle kumppanille ei voi nyt luovuttaa kuvia
partner-profile-plain = Kansiot ja tarkistussummat (kaikille painoille)
partner-agreement-help = Päivä, jona henkilötietojen käsittelysopimus allekirjoitettiin.
partner-country-help = Henkilötietoja luovutetaan vain Euroopan talousalueelle.
partner-no-agreement = ei sopimusta
partner-saved = Painokumppani on tallennettu
partner-created = Painokumppani on lisätty
