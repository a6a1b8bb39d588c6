"""Build a meeting from nothing and print it as text: what a notebook or an application would do."""

import motesprotokoll as mp

network = mp.Network("Nätverket för stadsodling", organisation="Regionförbundet Sjödal")

meeting = mp.new_meeting(
    network,
    "2027-02-05 kl. 09.00–12.00",
    place="Ängsholms kommun",
    present=["Ida Ek, tf. parkchef, Ängsholm", "Bo Ask, Storvik"],
    absent=["Åsa Öberg, Västanå"],
    agenda=[
        mp.AgendaItem(
            "Odlingslotter 2027",
            number="1",
            body=[
                "Bo redovisar kön till odlingslotterna. Den är längst i Storvik.",
                mp.Decision(
                    "Nätverket beslutar att ta fram en gemensam ansökan om medel.", outcome=mp.Outcome.ADOPTED
                ),
                mp.ActionItem(
                    "Ida skriver ett utkast.", owners=["Ida Ek"], due=mp.swedish.parse_dates("5 mars 2027")
                ),
            ],
        ),
        mp.AgendaItem("Övriga frågor", number="2"),
    ],
    note_taker="Bo Ask, Storvik",
)

if __name__ == "__main__":
    print(mp.render(meeting, "text"))
