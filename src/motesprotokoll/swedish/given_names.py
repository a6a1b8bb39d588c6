"""The given names by which a person is told from a body: one table."""

# Source: Isof, namnstatistik 2023: the 500 most common given names of women and of men in Sweden (as tabled
# in Faker, MIT licence), those with a hyphen left out; and names of older and newer Swedes that minutes are
# full of. It never decides that somebody is nobody: it only makes sure where two readings fit.
_GIVEN_NAMES = """
Aaron Abbas Abdi Abdirahman Abdul Abdullah Abdullahi Adam Adele Adnan Adrian Agne Agnes Agneta Agnieszka
Ahmad Ahmed Aina Aino Aisha Alan Alba Albert Alberto Albin Alejandro Aleksandra Alex Alexander Alexandra
Alexis Alf Alfons Alfred Algot Ali Alice Alicia Alina Allan Alma Alva Alvar Alve Alvin Amadeus Amalia
Amanda Amelia Amelie Amin Amina Amir Amira Amélie Ana Anas Anders Andrea Andreas Andres Andrew Andrzej
André Andréas Anette Angela Angelica Angelika Angelina Anita Anja Ann Anna Anne Anneli Annelie Annette
Annica Annie Annika Annikki Antero Anthony Anton Antonia Antonio Arne Arnold Aron Arthur Artur Arvid Assar
Asta Aston Astrid August Aurora Axel Barbara Barbro Beata Beatrice Bella Ben Bengt Benjamin Benny Berit
Berndt Bernhard Bernt Bert Bertil Betty Bianca Bill Billy Birger Birgit Birgitta Bjarne Björn Bo Bodil
Boel Boris Brian Brita Britt Britta Bror Bruno Börje Cajsa Camilla Carin Carina Carl Carlos Carmen Carola
Carolin Carolina Caroline Casper Cassandra Catarina Catharina Cathrine Catrin Cecilia Celine Charles
Charlie Charlott Charlotta Charlotte Chloé Christel Christer Christian Christin Christina Christine
Christofer Christoffer Christopher Claes Claire Clara Clas Claudia Colin Conny Cornelia Cristina Curt Dag
Dagmar Dagny Dan Daniel Daniela Daniella Dante David Del Denise Dennis Desirée Diana Dick Dieter Dmitri
Doris Douglas Dragan Ebba Ebbe Eddie Edgar Edit Edith Edvard Edvin Edward Edwin Egon Einar Eira Eivor
Elena Eleonor Eleonora Elias Elin Elina Elinor Elis Elisa Elisabet Elisabeth Elise Elizabeth Ella Ellen
Ellie Ellinor Elliot Elly Elma Elmer Elna Elof Elsa Else Elsie Elsy Elton Elvin Elvira Elvis Elvy Emanuel
Emelie Emil Emilia Emilie Emilio Emily Emma Emmy Enar Engla Eric Erica Erik Erika Erland Erling Erna Ernst
Eskil Estelle Ester Esther Ethel Eugen Eva Evald Evelina Evelyn Evert Evy Ewa Fabian Fanny Fatima Felicia
Felix Ferdinand Filip Filippa Florence Folke Francesca Frank Frans François Fred Fredric Fredrik Fredrika
Freja Frida Fritz Gabriel Gabriella Georg George Gerd Gerda Gerhard Gert Gertrud Gillis Giovanni Gisela
Giulia Glenn Goran Gottfrid Greger Greta Gudrun Gun Gunborg Gunhild Gunilla Gunnar Gunnel Gunvor Gustaf
Gustav Göran Gösta Göte Hamid Hampus Hamza Hanna Hannah Hannele Hannes Hans Harald Harriet Harry Hasan
Hassan Hedda Hedvig Heidi Heike Helen Helena Helene Helga Helge Helmer Helén Heléne Henning Henric
Henrietta Henrik Henry Herbert Herman Hilda Hilding Hillevi Hilma Hiroshi Hjalmar Hjördis Holger Hugo
Hussein Håkan Ian Ibrahim Ida Idun Igor Ilona Ilse Ina Ines Inez Inga Ingalill Inge Ingeborg Ingegerd
Ingegärd Ingela Ingemar Inger Ingmar Ingrid Ingvar Irene Iris Irma Iréne Isa Isaac Isabel Isabell Isabella
Isabelle Isac Isak Ismail Ivan Ivar Jack Jacob Jacques Jakob Jamal James Jan Jane Janet Janne Jari Jarl
Jasmin Jasmine Javier Jean Jeanette Jennie Jennifer Jenny Jens Jerker Jerry Jesper Jessica Jill Jim Jimmie
Jimmy Joachim Joacim Joakim Joanna Joel Johan Johanna Johannes John Johnny Joline Jon Jonas Jonatan
Jonathan Jonna Jonny Jose Josef Josefin Josefina Josefine Joseph Josephine José Jovana João Juan Judith
Juha Juhani Jukka Julia Julian Julie Julius Juni Junior Jöran Jörgen Jørgen Jürgen Kaarina Kai Kaj Kajsa
Kalevi Kalle Kari Karim Karin Karina Karl Karolina Kasper Katarina Katarzyna Katharina Katja Katrin Kennet
Kenneth Kenny Kent Kenth Kerstin Kevin Khaled Khalid Kian Kim Kjell Klara Klas Klaus Knut Konrad Krister
Kristian Kristin Kristina Kristine Kristofer Kristoffer Krzysztof Kumar Kurt Kåre Lage Laila Lara Lars
Lasse Laura Layla Lea Leah Leena Leia Leif Leila Lena Lene Lennart Leo Leon Leona Leonard Leonardo Leopold
Levi Li Liam Liisa Lilian Lillemor Lilly Lily Lina Linda Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth
Liselott Liselotte Liv Livia Lo Loke Lotta Loui Louie Louis Louise Lova Love Lovis Lovisa Lowe Lucas Lucia
Lucía Ludvig Ludwig Luis Lukas Luna Lydia Lykke Maarit Madeleine Madelene Magdalena Magnus Mahdi Mahmoud
Maija Maj Maja Majken Majvor Malgorzata Malin Malte Malva Manfred Manuel Marcin Marco Marcus Marek
Margaret Margareta Margaretha Margit Margot Margret Mari Maria Mariam Mariana Mariann Marianne Marie
Marika Marina Mario Marit Marita Marja Marjatta Mark Marko Markus Marlene Marta Martin Martina Mary Maryam
María Matheo Mathias Mathilda Matias Matilda Mats Matteo Matti Mattias Matts Maud Mauritz Max Maximilian
May Maya Mehmet Meja Melina Melissa Melker Melvin Melwin Merja Mette Mia Micael Michael Michaela Michal
Michel Michelle Miguel Mika Mikael Mikaela Mila Milan Milla Milo Milton Mimmi Mina Ming Minna Mio Mira
Miranda Miriam Mirjam Moa Mohamad Mohamed Mohammad Mohammed Molly Mona Monica Monika Morgan Muhammad
Mustafa My Märta Märtha Måns Mårten Nadia Nadja Nancy Nanna Natalia Natalie Natanael Nathalie Nellie Nelly
Neo Nguyen Nicholas Nicklas Niclas Nicolas Nicole Niklas Nikola Nils Nina Nisse Noa Noah Noel Noor Nora
Nour Nova Noël Ola Olav Olavi Ole Olga Oliver Olivia Oliwer Olle Olof Olov Omar Oscar Oskar Osman Ossian
Ottilia Otto Ove Owe Pablo Paolo Patric Patricia Patrick Patrik Paul Paula Paulina Pauline Paulo Pawel
Peder Pedro Pekka Pelle Per Pernilla Peter Petra Petter Philip Pia Pierre Piotr Pirjo Pontus Pär Rafael
Ragnar Ragnhild Ralf Ralph Rasmus Raymond Rebecca Rebecka Regina Reine Reinhold Rene René Renée Reza
Richard Rickard Rigmor Rikard Rita Robert Roberto Robin Roger Roland Rolf Ronald Ronja Ronnie Ronny Rosa
Rose Rosita Roy Ruben Rudolf Rune Rut Ruth Sabina Saga Said Saleh Sally Sam Sami Samir Samira Samuel
Sandra Sanna Sara Sarah Sean Sebastian Selma Seth Seán Sigfrid Sigge Signe Sigrid Sigurd Sigvard Simon
Simone Siobhán Siri Siv Sivert Sixten Sofi Sofia Sofie Sofía Solveig Sonia Sonja Sonny Sophia Sophie
Staffan Stefan Stella Stellan Sten Stephanie Stig Stina Sture Sune Susan Susann Susanna Susanne Suzanne
Svante Svea Sven Svetlana Sylvia Sören Søren Tage Tanja Tapani Tapio Ted Tekla Teodor Teresa Terese
Teresia Thea Theo Theodor Theres Therese Theresia Therése Thi Thomas Thor Thore Thure Tilda Tilde Tim Timo
Tina Tindra Tobias Tom Tomas Tomasz Tommy Toni Tony Tor Tora Torbjörn Tord Tore Torgny Torsten Tova Tove
Tristan Ture Tuula Tuulikki Tuva Tyra Ulf Ulla Ulrica Ulrik Ulrika Uno Urban Valborg Valdemar Valentin
Valentina Valter Vanessa Vanja Vega Vendela Vera Verner Veronica Veronika Victor Victoria Vidar Vide Viggo
Viking Viktor Viktoria Vilgot Vilhelm Vilhelmina Ville Vilma Vilmer Vincent Viola Viveka Vivianne Waldemar
Walter Wei Werner Wilhelm Wilhelmina Wille William Willy Wilma Wilmer Wojciech Yasmin Ylva Yngve Yousef
Yuki Yusuf Yvonne Zahra Zara Zoran Zoë Ärla Åke Åsa Åse Öivind Örjan Östen Øystein
"""

# Short forms that people go by, and names that are rarer than those, as informal groups write them.
_EVERYDAY_NAMES = """
Affe Anki Annsi Ante Basse Bea Bella Berra Bettan Bibbi Bigge Biggan Bosse Chrille Cilla Cissi Cina Danne
Disa Ditte Eva-Lena Fia Fille Fredde Gittan Gurra Gullan Hana Hasse Hebbe Henke Inga-Lill Jagge Janke Jeppe
Jessica Jocke Jonna Jonte Kenta Kicki Kickan Kim Kimpa Krille Lasse Leffe Lillan Linus Lollo Lussan Macke
Maggan Maggis Malla Manne Masse Matte Micke Milla Mimmi Minna Mojje Monkan Musse Mårten Nadja Nettan Nicke
Ninni Noomi Nour Olle Oskar Palle Parisa Pelle Perra Petra Pia Pigge Putte Pyret Ragge Rille Robban Ronja
Rosa Rosie Roffe Saga Samira Sanna Sara Sigge Sirkka Sickan Sissi Snuffe Stickan Stoffe Sussi Sussie Svenne
Tessan Titti Tobbe Tobba Totte Tove Ubbe Uffe Ulle Vicke Viggo Zofia
"""
GIVEN_NAMES = frozenset(f"{_GIVEN_NAMES} {_EVERYDAY_NAMES}".casefold().split())
