package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.evaluation.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A person who does not exist and how their resume is laid out, drawn from a seed. */
record SampleResume(Truth expected, List<Part> parts, List<Part> side) {

    /** What a resume is made of, whatever its format. */
    sealed interface Part {
        record Name(String text) implements Part {}

        record Heading(String text) implements Part {}

        /** Set apart at the right margin when there is a right. */
        record Line(String left, String right, boolean bold, boolean gap) implements Part {}

        record Item(String text) implements Part {}
    }

    private record Tongue(
            List<String> headings,
            List<String> months,
            String now,
            List<String> titles,
            List<String> employers,
            List<String> cities,
            String prefix,
            List<String> degrees,
            List<String> schools,
            List<String> items) {}

    private static final List<Tongue> TONGUES = List.of(
            new Tongue(
                    List.of(
                            "Experience|Work Experience|Professional Experience|Employment History",
                            "Education|Education and Training",
                            "Skills|Technical Skills|Core Competencies",
                            "Languages",
                            "Summary|Profile|About me",
                            "Contact"),
                    List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
                    "Present",
                    List.of(
                            "Senior Software Engineer",
                            "Registered Nurse",
                            "Marketing Manager",
                            "Data Analyst",
                            "Sales Representative",
                            "Head of Operations",
                            "Financial Controller",
                            "Warehouse Supervisor",
                            "UX Designer",
                            "Elementary School Teacher",
                            "Line Cook",
                            "Project Coordinator"),
                    List.of(
                            "Northwind Traders Inc.",
                            "St. Mary's Hospital",
                            "Brightwater",
                            "Acme Robotics",
                            "Lakeside Elementary School",
                            "Quillon & Partners",
                            "Harbor Point Logistics",
                            "Zentry",
                            "City of Fairview",
                            "Blue Heron Cafe",
                            "Tessellate Ltd",
                            "Marlowe Insurance Group"),
                    List.of("Austin, TX", "London, UK", "Toronto, ON", "Seattle, WA"),
                    "+1 512-555-01",
                    List.of("Bachelor of Science|Computer Science", "BA|Economics", "MSc|Data Science", "MBA|Finance"),
                    List.of(
                            "University of Texas",
                            "Riverside College",
                            "Boston University",
                            "Carleton Institute of Technology"),
                    List.of(
                            "Led a team of eight and cut delivery time by 30%",
                                    "Introduced weekly reviews that halved open defects",
                            "Managed a budget of $2M across three regions",
                                    "Trained 14 new colleagues in the first year")),
            new Tongue(
                    List.of(
                            "Berufserfahrung|Beruflicher Werdegang",
                            "Ausbildung|Studium",
                            "Kenntnisse|Fähigkeiten",
                            "Sprachen|Sprachkenntnisse",
                            "Profil|Kurzprofil",
                            "Kontakt|Persönliche Daten"),
                    List.of(
                            "Januar",
                            "Februar",
                            "März",
                            "April",
                            "Mai",
                            "Juni",
                            "Juli",
                            "August",
                            "September",
                            "Oktober",
                            "November",
                            "Dezember"),
                    "heute",
                    List.of(
                            "Softwareentwickler",
                            "Projektleiterin",
                            "Vertriebsmitarbeiter",
                            "Krankenpfleger",
                            "Werkstudent",
                            "Leiter Qualitätssicherung",
                            "Buchhalterin",
                            "Elektroniker"),
                    List.of(
                            "Nordlicht GmbH",
                            "Klinikum Süd",
                            "Talbach AG",
                            "Grundschule am Park",
                            "Weber & Söhne KG",
                            "Rheinwerk Logistik GmbH",
                            "Stadtwerke Neustadt",
                            "Fabula"),
                    List.of("Berlin", "München", "Hamburg", "10115 Berlin"),
                    "+49 30 90182",
                    List.of("Bachelor of Science|Informatik", "Diplom|Maschinenbau", "Master of Arts|Germanistik"),
                    List.of("Technische Universität Dresden", "Hochschule Bremen", "Universität Leipzig"),
                    List.of(
                            "Verantwortlich für die Einführung eines neuen Lagersystems",
                            "Betreuung von 40 Kunden im Innendienst",
                            "Planung und Durchführung von Schulungen")),
            new Tongue(
                    List.of(
                            "Expérience professionnelle|Parcours professionnel",
                            "Formation|Études",
                            "Compétences",
                            "Langues",
                            "Profil|À propos",
                            "Contact|Coordonnées"),
                    List.of(
                            "janvier",
                            "février",
                            "mars",
                            "avril",
                            "mai",
                            "juin",
                            "juillet",
                            "août",
                            "septembre",
                            "octobre",
                            "novembre",
                            "décembre"),
                    "aujourd'hui",
                    List.of(
                            "Développeur web",
                            "Chef de projet",
                            "Infirmière",
                            "Assistante administrative",
                            "Responsable commercial",
                            "Comptable"),
                    List.of(
                            "Lumière SAS",
                            "Hôpital Saint-Louis",
                            "Groupe Valmont",
                            "Atelier Brun",
                            "Mairie de Clairville",
                            "Banque du Midi"),
                    List.of("Paris", "Lyon", "Toulouse, France"),
                    "+33 1 99 00 12",
                    List.of("Master|Informatique", "Licence|Droit", "BTS|Comptabilité"),
                    List.of("Université de Nantes", "École de Commerce de Lille", "Lycée Jean Moulin"),
                    List.of(
                            "Mise en place d'un suivi hebdomadaire des ventes",
                            "Encadrement d'une équipe de six personnes")),
            new Tongue(
                    List.of(
                            "Experiencia profesional|Experiencia laboral",
                            "Educación|Formación académica",
                            "Habilidades|Competencias",
                            "Idiomas",
                            "Perfil|Sobre mí",
                            "Contacto"),
                    List.of(
                            "enero",
                            "febrero",
                            "marzo",
                            "abril",
                            "mayo",
                            "junio",
                            "julio",
                            "agosto",
                            "septiembre",
                            "octubre",
                            "noviembre",
                            "diciembre"),
                    "actualidad",
                    List.of(
                            "Desarrollador de software",
                            "Enfermera",
                            "Jefe de ventas",
                            "Analista de datos",
                            "Profesora de primaria",
                            "Contable"),
                    List.of(
                            "Solaria Servicios S.L.",
                            "Hospital del Valle",
                            "Grupo Miramar",
                            "Colegio San Martín",
                            "Banco del Sur",
                            "Tejidos Alba"),
                    List.of("Madrid", "Barcelona, España", "Valencia"),
                    "+34 91 123 45",
                    List.of("Grado|Derecho", "Máster|Marketing Digital", "Licenciatura|Economía"),
                    List.of("Universidad de Salamanca", "Universidad Complutense", "Instituto Cervera"),
                    List.of(
                            "Gestión de una cartera de cincuenta clientes",
                            "Coordinación de un equipo de cuatro personas")));

    private static final List<String> GIVEN = List.of(
            "Mira", "Jonas", "Aylin", "Tomás", "Chloé", "Rafael", "Ingrid", "Kwame", "Priya", "Owen", "Lucía", "Émile");
    private static final List<String> FAMILY = List.of(
            "Halvorsen",
            "Okafor",
            "Lindqvist",
            "Castellano",
            "Brandt",
            "Moreau",
            "Whitfield",
            "Yilmaz",
            "Ferreira",
            "van der Berg",
            "O'Donnell",
            "Kaminski");
    private static final List<String> SKILLS = List.of(
            "Java",
            "Python",
            "SQL",
            "Kubernetes",
            "Microsoft Excel",
            "SAP",
            "Photoshop",
            "Figma",
            "Salesforce",
            "Patient Care",
            "Budgeting",
            "Negotiation",
            "Docker",
            "React",
            "TypeScript",
            "AutoCAD",
            "Project Management",
            "PostgreSQL",
            "Google Analytics",
            "Forklift Operation",
            "C++",
            "Node.js",
            "Tableau",
            "Scrum");
    private static final List<List<String>> LANGUAGES = List.of(
            List.of("English", "German", "French", "Spanish"),
                    List.of("Englisch", "Deutsch", "Französisch", "Spanisch"),
            List.of("Anglais", "Allemand", "Français", "Espagnol"), List.of("Inglés", "Alemán", "Francés", "Español"));

    static SampleResume of(long seed) {
        return new Draw(new Random(seed * 7919 + 17)).resume();
    }

    /** Takes decisions in a fixed order. */
    private static final class Draw {
        private final Random random;
        private final Tongue tongue;
        private final int tongueIndex;

        Draw(Random random) {
            this.random = random;
            this.tongueIndex = Math.max(0, random.nextInt(7) - 3);
            this.tongue = TONGUES.get(tongueIndex);
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String heading(int index) {
            return one(List.of(tongue.headings().get(index).split("\\|")));
        }

        SampleResume resume() {
            String given = one(GIVEN);
            String family = one(FAMILY);
            String email = (fold(given) + "." + fold(family) + "@example." + one(List.of("com", "org", "net")))
                    .replace(" ", "");
            String phone = tongue.prefix() + (tongueIndex == 0 ? "" : " ") + (10 + random.nextInt(89));
            String city = one(tongue.cities());
            String link = "linkedin.com/in/" + fold(given) + "-" + fold(family).replace(" ", "");
            boolean capitals = random.nextInt(4) == 0;
            List<Part> contact = contact(email, phone, city, link);
            List<Part> parts = new ArrayList<>();
            String name = given + " " + family;
            parts.add(new Part.Name(capitals ? name.toUpperCase(java.util.Locale.ROOT) : name));
            if (random.nextBoolean()) {
                parts.add(new Part.Line(one(tongue.titles()), "", false, false));
            }
            List<Part> main = new ArrayList<>();
            List<Truth.Position> work = work(main);
            List<Truth.Study> education = education(main);
            List<Part> side = new ArrayList<>();
            List<String> skills = skills(side);
            List<String> languages = languages(side);
            Truth expected = new Truth(
                    Optional.of(name),
                    Optional.of(email),
                    Optional.of(phone),
                    List.of("https://" + link),
                    work,
                    education,
                    skills,
                    languages);
            parts.addAll(contact);
            parts.addAll(main);
            return new SampleResume(expected, parts, side);
        }

        private List<Part> contact(String email, String phone, String city, String link) {
            List<Part> lines = new ArrayList<>();
            switch (random.nextInt(3)) {
                case 0 ->
                    lines.add(new Part.Line(city + " | " + phone + " | " + email + " | " + link, "", false, false));
                case 1 -> {
                    lines.add(new Part.Line(city, "", false, false));
                    lines.add(new Part.Line("Tel: " + phone, "", false, false));
                    lines.add(new Part.Line("E-Mail: " + email, "", false, false));
                    lines.add(new Part.Line(link, "", false, false));
                }
                default -> {
                    lines.add(new Part.Line(email + " · " + phone, "", false, false));
                    lines.add(new Part.Line(city + " · " + link, "", false, false));
                }
            }
            if (random.nextInt(3) == 0) {
                lines.add(new Part.Heading(heading(4)));
                lines.add(new Part.Line(one(tongue.items()) + ". " + one(tongue.items()) + ".", "", false, false));
            }
            return lines;
        }

        private List<Truth.Position> work(List<Part> parts) {
            parts.add(new Part.Heading(heading(0)));
            List<Truth.Position> work = new ArrayList<>();
            int layout = random.nextInt(9);
            int dates = random.nextInt(5);
            int year = 2025;
            int count = 2 + random.nextInt(3);
            String last = "";
            for (int i = 0; i < count; i++) {
                boolean current = i == 0 && random.nextBoolean();
                int end = year - random.nextInt(2);
                int start = end - 1 - random.nextInt(4);
                int from = 1 + random.nextInt(12);
                int to = 1 + random.nextInt(12);
                String title = one(tongue.titles());
                String employer =
                        one(tongue.employers().stream().filter(not(last)).toList());
                last = employer;
                boolean years = dates == 4;
                work.add(new Truth.Position(
                        employer,
                        title,
                        years ? "" + start : "%d-%02d".formatted(start, from),
                        current ? "" : years ? "" + end : "%d-%02d".formatted(end, to)));
                String range =
                        date(dates, start, from) + separator(dates) + (current ? tongue.now() : date(dates, end, to));
                entry(parts, layout, title, employer, one(tongue.cities()), range);
                int items = 1 + random.nextInt(3);
                for (int j = 0; j < items; j++) {
                    parts.add(new Part.Item(
                            tongue.items().get((i + j) % tongue.items().size())));
                }
                year = start;
            }
            return work;
        }

        private static java.util.function.Predicate<String> not(String last) {
            return employer -> !employer.equals(last);
        }

        private String date(int style, int year, int month) {
            return switch (style) {
                case 0, 1 -> tongue.months().get(month - 1) + " " + year;
                case 2 -> "%02d/%d".formatted(month, year);
                case 3 -> "%02d.%d".formatted(month, year);
                default -> "" + year;
            };
        }

        private static String separator(int style) {
            return style == 1 ? " - " : " – ";
        }

        private void entry(List<Part> parts, int layout, String title, String employer, String city, String range) {
            switch (layout) {
                case 0 -> {
                    parts.add(new Part.Line(title, range, true, true));
                    parts.add(new Part.Line(employer, city, false, false));
                }
                case 1 -> {
                    parts.add(new Part.Line(employer, city, true, true));
                    parts.add(new Part.Line(title, range, false, false));
                }
                case 2 -> parts.add(new Part.Line(title + " | " + employer + " | " + city, range, true, true));
                case 3 -> {
                    parts.add(new Part.Line(range, "", false, true));
                    parts.add(new Part.Line(title, "", true, false));
                    parts.add(new Part.Line(employer + ", " + city, "", false, false));
                }
                case 4 -> {
                    parts.add(new Part.Line(title + ", " + employer, "", true, true));
                    parts.add(new Part.Line(range, "", false, false));
                }
                case 5 -> parts.add(new Part.Line(employer + " — " + title + " (" + range + ")", "", true, true));
                case 6 ->
                    parts.add(new Part.Line(
                            title + List.of(" at ", " bei ", " chez ", " @ ").get(tongueIndex) + employer + ", "
                                    + range,
                            "",
                            false,
                            true));
                case 7 ->
                    parts.add(new Part.Line(range + ": " + title + ", " + employer + ", " + city, "", false, true));
                default -> {
                    parts.add(new Part.Line(title, "", true, true));
                    parts.add(new Part.Line(employer + " – " + city, "", false, false));
                    parts.add(new Part.Line(range, "", false, false));
                }
            }
        }

        private List<Truth.Study> education(List<Part> parts) {
            parts.add(new Part.Heading(heading(1)));
            List<Truth.Study> education = new ArrayList<>();
            int layout = random.nextInt(3);
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                String[] degree = one(tongue.degrees()).split("\\|");
                String school = one(tongue.schools());
                int end = 2014 - 4 * i;
                education.add(new Truth.Study(school, degree[0], degree[1], "" + end));
                String in = List.of(" in ", " in ", " en ", " en ").get(tongueIndex);
                String range = (end - 3) + " – " + end;
                switch (layout) {
                    case 0 -> {
                        parts.add(new Part.Line(school, range, true, true));
                        parts.add(new Part.Line(degree[0] + in + degree[1], "", false, false));
                    }
                    case 1 -> {
                        parts.add(new Part.Line(degree[0] + in + degree[1], range, true, true));
                        parts.add(new Part.Line(school, "", false, false));
                    }
                    default ->
                        parts.add(new Part.Line(degree[0] + ", " + degree[1] + ", " + school, range, false, true));
                }
            }
            return education;
        }

        private List<String> skills(List<Part> parts) {
            parts.add(new Part.Heading(heading(2)));
            List<String> skills = new ArrayList<>();
            int count = 5 + random.nextInt(6);
            while (skills.size() < count) {
                String skill = one(SKILLS);
                if (!skills.contains(skill)) {
                    skills.add(skill);
                }
            }
            if (random.nextBoolean()) {
                skills.forEach(skill -> parts.add(new Part.Item(skill)));
            } else {
                parts.add(new Part.Line(String.join(random.nextBoolean() ? ", " : " | ", skills), "", false, false));
            }
            return skills;
        }

        private List<String> languages(List<Part> parts) {
            parts.add(new Part.Heading(heading(3)));
            List<String> names = LANGUAGES.get(tongueIndex);
            List<String> spoken = List.of(names.get(0), names.get(1 + random.nextInt(3)));
            List<String> levels = List.of("C1", "B2");
            for (int i = 0; i < 2; i++) {
                parts.add(new Part.Line(
                        spoken.get(i) + (random.nextBoolean() ? " (" + levels.get(i) + ")" : ": " + levels.get(i)),
                        "",
                        false,
                        false));
            }
            return spoken;
        }

        private static String fold(String text) {
            return com.crewyard.recruiting.parsing.internal.vocabulary.Words.fold(text)
                    .replace("'", "");
        }
    }
}
