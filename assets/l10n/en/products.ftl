# Products.

products-title = Products
products-new = New product
products-list = Product list
products-search = Search products
products-empty = Products are the print sizes and other things that orders are made of.
products-none-found = No product matches the search.
products-show-inactive = Show those out of use too
products-count =
    { $count ->
        [one] 1 product
       *[other] { $count } products
    }
product-column-code = Code
product-column-name = Name
product-column-size = Size
product-column-price = Price
product-column-vat = VAT
product-column-state = State
product-active = In use
product-inactive = Out of use
product-details = Product details
product-code-help = The short code typed on an order.
product-price-help = The price includes VAT.
product-is-print = A print: the line needs a photo
product-no-print = No photo
product-size-help = The lab sees it as the folder’s name, for example 10x15.
product-surface-help = Leave empty if the lab has only one.
product-folder-signs = Use only letters a–z, digits, - and _, and full stops inside: it becomes the folder’s name.
product-vat-class = VAT group
product-vat-help = The rate is that of the day on which the order is confirmed.
vat-class-general = General
vat-class-reduced = Reduced
vat-class-press = Press
vat-class-exempt = Without VAT
product-saved = The product is saved
product-created = The product has been added
