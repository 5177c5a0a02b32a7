# The marketing question: asked in the window, printed on forms, recorded with each answer.
consent-marketing-wording = Saammeko lähettää sinulle sähköpostilla tai tekstiviestillä tietoa kuvatuotteistamme ja tarjouksistamme? Lupa on vapaaehtoinen, sen voi perua milloin tahansa, eikä tietojasi anneta muille.
