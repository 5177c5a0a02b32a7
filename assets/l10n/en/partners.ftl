# Print partners and why one is refused.

partners-title = Print partners
partners-new = New print partner
partners-list = List of print partners
partners-empty = Print partners make the prints. Each needs a country and a dated data processing agreement.
partners-count =
    { $count ->
        [one] 1 print partner
       *[other] { $count } print partners
    }
partner-column-name = Name
partner-column-country = Country
partner-column-agreement = Agreement
partner-column-batches = Batches
partner-column-state = Hand-over
partner-allowed = Allowed
partner-refused = Refused
partner-details = Print partner details
partner-refusal-outside-eea = The country is outside the European Economic Area. Personal data is handed over only within it. Choose another partner.
partner-refusal-no-agreement = The agreement has no date. Enter it when the data processing agreement is signed.
partner-refusal-agreement-not-yet = The agreement’s date is still ahead. Hand-over is possible from that day on.
partner-refusal-inactive = The print partner is out of use. Put it back in use in its details or choose another.
partner-refusal-title = No photos can be handed to this partner now
partner-profile-plain = Folders and checksums (any lab)
partner-agreement-help = The day the data processing agreement was signed.
partner-country-help = Personal data is handed over only within the European Economic Area.
partner-no-agreement = no agreement
partner-saved = The print partner is saved
partner-created = The print partner has been added
