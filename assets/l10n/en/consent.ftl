# The marketing question: asked in the window, printed on forms, recorded with each answer.
consent-marketing-wording = May we send you information about our photo products and offers by e-mail or text message? It is up to you, you can withdraw your permission at any time, and your details are not given to anyone else.
