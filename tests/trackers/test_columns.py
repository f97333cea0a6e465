"""Each style of headings is understood; what is not plain is not sure.

The headings are those of trackers; the jobs are made up.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.sources import SourceError, parse_tables
from wentwell.trackers import WORTH_ASKING, Layout, lay_out, unsure, with_mapping


@dataclass(frozen=True)
class Style:
    """A table, and which column holds what."""

    name: str
    text: str
    fields: dict[str, str]
    order: str | None = None


STYLES = (
    Style(
        "Teal",
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,"
        "Excitement\n"
        "Data analyst,Norvane,52000,Leeds,Interviewing,2026-10-01,2026-12-20,2026-10-05,2026-12-10,4\n"
        "Planner,Oakfield Bank,,York,Not Selected,2026-09-01,,2026-09-03,,5\n",
        {
            "Job Position": "job",
            "Company": "employer",
            "Max. Salary": "salary",
            "Location": "place",
            "Status": "status",
            "Date Saved": "saved",
            "Deadline": "deadline",
            "Date Applied": "applied",
            "Follow up": "follow-up",
            "Excitement": "leave",
        },
    ),
    Style(
        "Huntr",
        "Employer,Job Title,List,URL,Location,Salary,Date Saved,Notes\n"
        "Norvane,Data analyst,Applied,https://norvane.example/j/1,Leeds,45k,2026-10-01,met Lena\n"
        "Tarn,Baker,Wishlist,https://tarn.example/j/2,Hull,,2026-10-02,\n",
        {
            "Employer": "employer",
            "Job Title": "job",
            "List": "status",
            "URL": "url",
            "Salary": "salary",
            "Date Saved": "saved",
            "Notes": "note",
        },
    ),
    Style(
        "LinkedIn",
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
        "Question And Answers\n"
        '"3/4/26, 8:15 AM",me@home.example,+44 1,Norvane,Data analyst,'
        "http://www.linkedin.com/jobs/view/1,cv.pdf,Years: 3\n",
        {
            "Application Date": "applied",
            "Contact Email": "leave",
            "Contact Phone Number": "leave",
            "Company Name": "employer",
            "Job Title": "job",
            "Job Url": "url",
            "Resume Name": "leave",
            "Question And Answers": "leave",
        },
        "month-first",
    ),
    Style(
        "LinkedIn, saved jobs",
        "Saved Date,Job Url,Job Title,Company Name\n"
        '"3/14/26, 8:15 AM",http://www.linkedin.com/jobs/view/1,Data analyst,Norvane\n',
        {"Saved Date": "saved", "Job Url": "url", "Job Title": "job", "Company Name": "employer"},
        "month-first",
    ),
    Style(
        "Indeed",
        "Job Title,Employer Name,Location,Date Applied,Status\n"
        "Data analyst,Norvane,Leeds,Mar 4 2026,Application viewed\nBaker,Tarn,Hull,Mar 9 2026,Not selected\n",
        {"Job Title": "job", "Employer Name": "employer", "Date Applied": "applied", "Status": "status"},
    ),
    Style(
        "Trello",
        "Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List ID,List Name,"
        "Board Name,Archived\n"
        "1,Norvane - Data analyst,https://trello.com/c/1,Nice,data,,2026-12-20T10:00:00Z,9,Interview,Jobs,false\n"
        "2,Planner at Oakfield Bank,https://trello.com/c/2,,,,,9,Applied,Jobs,false\n",
        {
            "Card ID": "leave",
            "Card Name": "both",
            "Card Description": "note",
            "Labels": "tags",
            "Due Date": "deadline",
            "List Name": "status",
            "Archived": "leave",
        },
    ),
    Style(
        "Notion",
        "Name,Role,Stage,Applied On,Job Posting,Recruiter,Tags\n"
        'Norvane (https://www.notion.so/Norvane-1a2b),Data analyst,Phone Screen,"March 4, 2026",'
        'https://norvane.example/1,Lena Roth,"data, remote"\n',
        {
            "Name": "employer",
            "Role": "job",
            "Stage": "status",
            "Applied On": "applied",
            "Job Posting": "url",
            "Recruiter": "contact",
            "Tags": "tags",
        },
    ),
    Style(
        "Airtable",
        "Position,Company,Application Status,Date of Application,Interview Date/Time,Contact Email,Website\n"
        "Data analyst,Norvane,Interview Scheduled,2026-03-04,2026-12-11 10:00,lena@norvane.example,"
        "https://www.norvane.example/about\n",
        {
            "Position": "job",
            "Company": "employer",
            "Application Status": "status",
            "Date of Application": "applied",
            "Interview Date/Time": "interview",
            "Contact Email": "mail",
            "Website": "website",
        },
    ),
    Style(
        "a spreadsheet with a title, and yes or no",
        "My job search,,,,,,\n,,,,,,\n"
        "COMPANY,POSITION,APPLIED,PHONE SCREEN,1ST INTERVIEW,REJECTED,COMMENTS\n"
        "Norvane,Data analyst,x,y,14/03/2026,,\nTarn,Baker,x,,,x,too far\nBrightlane,Clerk,,,,,\n",
        {
            "COMPANY": "employer",
            "POSITION": "job",
            "APPLIED": "applied",
            "PHONE SCREEN": "screen",
            "1ST INTERVIEW": "first",
            "REJECTED": "refused",
            "COMMENTS": "note",
        },
        "day-first",
    ),
    Style(
        "German",
        "Unternehmen;Stelle;Beworben am;Status;Ansprechpartner;Bewerbungsfrist;Bemerkungen\n"
        "Holzmann GmbH;Sachbearbeiter (m/w/d);03.11.2026;Absage;Frau Lenz;01.12.2026;nett\n",
        {
            "Unternehmen": "employer",
            "Stelle": "job",
            "Beworben am": "applied",
            "Status": "status",
            "Ansprechpartner": "contact",
            "Bewerbungsfrist": "deadline",
            "Bemerkungen": "note",
        },
        "day-first",
    ),
    Style(
        "French",
        "Entreprise;Intitulé du poste;Date de candidature;Statut;Lieu;Lien de l'offre;Remarques\n"
        "Moulin SARL;Comptable;14/03/2026;Entretien;Lyon;https://moulin.example/1;\n",
        {
            "Entreprise": "employer",
            "Intitulé du poste": "job",
            "Date de candidature": "applied",
            "Statut": "status",
            "Lieu": "place",
            "Lien de l'offre": "url",
        },
        "day-first",
    ),
    Style(
        "Spanish",
        "Empresa,Puesto,Fecha de solicitud,Estado,Ubicación,Salario,Notas\n"
        "Molino SL,Analista de datos,14/03/2026,Rechazado,Sevilla,30000,\n",
        {
            "Empresa": "employer",
            "Puesto": "job",
            "Fecha de solicitud": "applied",
            "Estado": "status",
            "Ubicación": "place",
            "Salario": "salary",
        },
        "day-first",
    ),
    Style(
        "headings of a program",
        "companyName,jobTitle,listName,appliedAt,jobUrl\nNorvane,Data analyst,Applied,2026-03-04,https://n.example\n",
        {
            "companyName": "employer",
            "jobTitle": "job",
            "listName": "status",
            "appliedAt": "applied",
            "jobUrl": "url",
        },
    ),
)


def laid_out(text: str) -> Layout:
    return lay_out(parse_tables(text.encode(), "t.csv"))


def fields(layout: Layout) -> dict[str, str]:
    return {guess.column.heading: guess.field for guess in layout.guesses}


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_columns_of_trackers(style: Style) -> None:
    layout = laid_out(style.text)
    assert style.fields.items() <= fields(layout).items()
    assert [guess.column.heading for guess in unsure(layout)] == []
    assert layout.order == style.order


def test_a_bare_date_is_asked_about() -> None:
    layout = laid_out("Company,Role,Date\nTarn,Baker,2026-03-04\nNorvane,Analyst,2026-03-05\n")
    (asked,) = unsure(layout)
    assert (asked.column.heading, asked.field) == ("Date", "applied")


def test_without_headings_nothing_is_sure() -> None:
    layout = laid_out(
        "Norvane,Data analyst,2026-03-01,https://x.example/1\nTarn,Baker,2026-03-02,https://x.example/2\n"
    )
    assert layout.heading_row == 0
    assert len(layout.rows) == 2
    assert fields(layout) == {
        "column A": "leave",
        "column B": "job",
        "column C": "applied",
        "column D": "url",
    }
    assert not any(guess.sure for guess in layout.guesses)


def test_a_heading_that_its_cells_belie_is_not_believed() -> None:
    layout = laid_out(
        "Company,Position,Status\n" + "".join(f"Firm {n},Baker {n},saw the owner {n}\n" for n in range(9))
    )
    assert fields(layout)["Status"] == "note"
    layout = laid_out("Company,Position,Applied\n" + "Tarn,Baker,by mail\n" * 3)
    assert fields(layout)["Applied"] == "note"
    layout = laid_out("Company,Position\nhttps://a.example,Baker\nhttps://b.example,Cook\n")
    assert fields(layout)["Company"] != "employer"


def test_repeated_headings_and_empty_columns_are_left_out() -> None:
    layout = laid_out("Company,Role,Notes\nTarn,Baker,\nCompany,Role,Notes\nNorvane,Analyst,\n")
    assert [row.cells[0] for row in layout.rows] == ["Tarn", "Norvane"]
    assert "Notes" not in fields(layout)


def test_two_columns_for_one_thing_give_it_to_the_plainer() -> None:
    layout = laid_out("Company,Role,Job title and level\nTarn,Baker,Baker (senior)\n")
    assert fields(layout) == {"Company": "employer", "Role": "job", "Job title and level": "leave"}


def test_days_of_one_column_settle_those_of_another_and_a_quarrel_settles_nothing() -> None:
    head = "Company,Applied on,Interview\n"
    assert laid_out(head + "Tarn,03/04/2026,25/04/2026\n").order == "day-first"
    undecided = laid_out(head + "Tarn,03/04/2026,05/04/2026\n")
    assert (undecided.order, undecided.order_matters) == (None, True)
    assert laid_out(head + "Tarn,14/03/2026,03/25/2026\n").order is None
    plain = laid_out(head + "Tarn,2026-03-04,2026-03-05\n")
    assert (plain.order, plain.order_matters) == (None, False)


def test_the_users_word_takes_the_place_of_a_guess() -> None:
    layout = with_mapping(
        laid_out("Company,Agency,Role\nHR Ltd,Tarn,Baker\n"), {"agency": "employer", "column c": "note"}
    )
    assert fields(layout) == {"Company": "leave", "Agency": "employer", "Role": "note"}
    with pytest.raises(ValueError, match="no column is called 'Firm'; there are: Company, Agency, Role"):
        with_mapping(layout, {"Firm": "employer"})


def test_of_several_sheets_the_one_that_looks_like_a_tracker_is_taken() -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Summary"
    for row in (["Applications", 12], ["Interviews", 3], ["Offers", 0]):
        first.append(row)
    jobs = book.create_sheet("Applications")
    jobs.append(["Company", "Role", "Status"])
    jobs.append(["Tarn", "Baker", "Applied"])
    stream = io.BytesIO()
    book.save(stream)
    assert lay_out(parse_tables(stream.getvalue(), "t.xlsx")).sheet.name == "Applications"


@given(st.lists(st.lists(st.text(max_size=15), min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_can_be_laid_out(rows: list[list[str]]) -> None:
    import csv

    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    try:
        file = parse_tables(stream.getvalue().encode("utf-8", "replace"))
    except SourceError:
        return
    layout = lay_out(file)
    once = [guess.field for guess in layout.guesses if guess.field in ("employer", "job", "url", "applied")]
    assert len(once) == len(set(once))


HELD = (
    (
        "Company Name|Job Title|Application Date|Application Method|Point of Contact|Contact Email|"
        "Follow-Up Date|Interview Date|Result|Notes",
        "Norvane|Data analyst|10/14/2026|Online|Lena Roth|lena@n.example|10/21/2026|11/02/2026|Pending|ok",
        "employer job applied source contact mail follow-up interview status note",
    ),
    (
        "Organization|Position|Job Location|Date Posted|Application Deadline|Date Submitted|"
        "Application Status|Link to Posting|Hiring Manager|Salary Range",
        "Norvane|Data analyst|Leeds|2026-10-01|2026-12-24|2026-10-05|Under Review|"
        "https://n.example/1|Max Lind|40-50k",
        "employer job place saved deadline applied status url contact salary",
    ),
    (
        "#|Date|Company|Role Title|Remote?|Resume Version|Referral?|Recruiter Screen|Tech Screen|"
        "Onsite|Offer|Rejected?|Comments",
        "1|14/10/2026|Norvane|Data analyst|Yes|v3|No|20/10/2026|27/10/2026||No|x|too far",
        "leave applied employer job leave leave leave screen further final offer refused note",
    ),
    (
        "Employer|Vacancy|Closing Date|Applied?|Date Applied|Heard Back?|Outcome|Website",
        "Norvane|Data analyst|24/12/2026|Yes|14/10/2026|No|Unsuccessful|https://www.norvane.example",
        "employer job deadline leave applied leave status website",
    ),
    (
        "Priority|Company|Title|Stage|Next step|Next step date|Comp|Source|Recruiter email|JD",
        "High|Norvane|Data analyst|Final Round|send slides|2026-12-05|55k|LinkedIn|lena@n.example|"
        "https://n.example/1",
        "tags employer job status note follow-up salary source mail url",
    ),
    (
        "Firma|Position|Ort|Quelle|Datum Bewerbung|Eingangsbestätigung|1. Gespräch|2. Gespräch|"
        "Ergebnis|Gehaltsvorstellung",
        "Holzmann GmbH|Sachbearbeiter|Halle|Stepstone|14.10.2026|15.10.2026|20.10.2026||Absage|45000",
        "employer job place source applied leave first further status salary",
    ),
    (
        "Entreprise|Poste|Contact|Date d'envoi|Date de relance|Réponse|Date d'entretien|Commentaires",
        "Moulin SARL|Comptable|M. Petit|14/10/2026|20/12/2026|Refus|21/10/2026|-",
        "employer job contact applied follow-up status interview note",
    ),
    (
        "Empresa|Cargo|Fecha de postulación|Estado|Portal de empleo|Fecha entrevista|Salario "
        "ofrecido|Observaciones",
        "Molino SL|Analista|14/10/2026|En proceso|InfoJobs|21/10/2026|30000|bien",
        "employer job applied status source interview salary note",
    ),
    (
        "job_title|company|company_url|location|date_applied|status|job_description|salary_min|"
        "salary_max|created_at|updated_at",
        "Data analyst|Norvane|https://norvane.example|Leeds|2026-10-14|interviewing|Work with data|"
        "40000|50000|2026-10-10|2026-10-20",
        "job employer website place applied status note salary salary saved changed",
    ),
    (
        "Company|Job Role|Job Type|Date Applied|Current Status|Last Contacted|Interview Round|"
        "Expected Salary|Job URL|Contact Person|Email ID",
        "Norvane|Data analyst|Full-time|2026-10-14|Interview|2026-10-20|2|50k|https://n.example|"
        "Lena Roth|lena@n.example",
        "employer job tags applied status changed leave salary url contact mail",
    ),
    (
        "Where|What|When applied|How it went|Who",
        "Norvane|Data analyst|14/10/2026|Rejected|Lena Roth",
        "employer job applied status contact",
    ),
    (
        "Business Name|Job Applied For|Date Sent|Reply Received|Interview (Date & Time)|Second "
        "Interview|Offer Made|Accepted",
        "Norvane|Data analyst|14/10/2026|20/10/2026|25/10/2026 10:00|||",
        "employer job applied changed interview further offer accepted",
    ),
)
"""Tables written before any was tried, and never used to add a word: headings, a row, and what they hold."""


def test_headings_never_used_to_add_a_word() -> None:
    right = asked = wrong = left = 0
    for headings, row, expected in HELD:
        cells = [line.split("|") for line in (headings, *[row] * 4)]
        layout = laid_out("\n".join("\t".join(line) for line in cells))
        holds = dict(enumerate(expected.split()))
        for guess in layout.guesses:
            meant = holds[guess.column.place]
            settled = guess.sure or (guess.field == meant == "leave")
            right += settled and guess.field == meant
            wrong += settled and guess.field != meant
            asked += not settled and guess.confidence >= WORTH_ASKING
            left += not settled and guess.confidence < WORTH_ASKING
    assert right + asked + wrong + left == 107
    assert wrong == 0
    assert right >= 92
    assert left <= 4
