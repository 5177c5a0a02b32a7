# Schools, their classes and class lists.

schools-title = Schools
schools-new = New school
schools-list = List of schools
schools-search = Search schools
schools-search-help = Name, town or contact person
schools-empty = The schools, day-care centres and clubs where you photograph. Add the first one, and you can import its class list.
schools-none-found = No school is found by “{ $search }”.
schools-count =
    { $count ->
        [one] 1 school
       *[other] { $count } schools
    }
school-column-name = Name
school-column-town = Town
school-column-contact = Contact person
school-column-year = School year
school-column-subjects = Subjects
school-column-job = Latest job
school-details = School details
school-saved = The school’s details are saved
school-created = The school has been added
school-year = School year
school-year-of = School year { $year }
school-tab-classes = Classes
school-tab-lists = Class lists
school-tab-jobs = Jobs
school-tab-details = Details
school-import-list = Import class list…
school-language-help = The school is spoken and written to in this language.
school-agreed-on = Date of the agreement on photographing
school-agreement-help = In short, what was agreed with the school.
school-contacts = Contact persons
school-contacts-help = The first one is asked first.
school-contact-place = Contact person { $place }
school-contact-duty = Position
school-contact-add = Add a contact person
school-contact-up = Move up: { $name }
school-contact-down = Move down: { $name }
school-contact-remove = Remove contact person: { $name }

## Kinds of place

school-kind-school = School
school-kind-day-care = Day-care centre
school-kind-club = Club

## Names of fields, in forms and in the history

field-label-agreement = Agreement
field-label-contacts = Contact persons
field-label-teacher = Teacher

## Classes of a year and their lists

classes-title = Classes
classes-all = All classes
classes-empty = There are no classes of this school year yet. Import the school’s class list, or add a subject by hand.
classes-empty-to-see = There are no classes of this school year yet. They appear once the school’s class list has been imported.
classes-withheld =
    { $count ->
        [one] 1 whose details are protected is not listed
       *[other] { $count } whose details are protected are not listed
    }
classes-withheld-show = Show the names
classes-withheld-hide = Hide the names
classes-withheld-noted = The names are shown without their class. Showing them is noted in the history, for each of them.
classes-withheld-list = Subjects whose details are protected
class-new = New class…
class-name = Name of the class
class-empty = Nobody is on the list of this class.
class-empty-but-left = Nobody is on the list any more. The switch above shows those who left it.
subjects-list = Subjects
subjects-search = Search by name
subjects-none-found = Nobody in this list is found by “{ $search }”.
subjects-show-left = Show those who left
subjects-count =
    { $count ->
        [one] 1 subject
       *[other] { $count } subjects
    }
subject-column-place = No.
subject-column-name = Name
subject-column-class = Class
subject-column-guardians = Guardians
subject-left = left { $date }
