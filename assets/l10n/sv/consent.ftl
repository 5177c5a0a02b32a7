# The marketing question: asked in the window, printed on forms, recorded with each answer.
consent-marketing-wording = Får vi skicka dig information om våra bildprodukter och erbjudanden per e-post eller sms? Samtycket är frivilligt, du kan återkalla det när som helst och dina uppgifter ges inte till andra.
