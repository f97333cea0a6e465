"""Tables in the styles of trackers, with made-up rows: the headings are theirs, the jobs nobody's."""

from __future__ import annotations

from dataclasses import dataclass


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
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement\n"
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
        '"3/4/26, 8:15 AM",me@home.example,+44 1,Norvane,Data analyst,http://www.linkedin.com/jobs/view/1,cv.pdf,Years: 3\n',
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
        "Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List ID,List Name,Board Name,Archived\n"
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
