package com.crewyard.recruiting.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchAnswer.Hit;
import com.crewyard.recruiting.search.SearchAnswer.Part;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.SearchDocument.Builder;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine has to do, whatever it is made of. */
public abstract class SearchIndexContract {

    protected static final Taxonomy TAXONOMY = Taxonomy.load();
    protected static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);
    protected static final QueryReader QUERIES = queries();

    private SearchIndex index;

    /** A new one, with nothing in it. */
    protected abstract SearchIndex open() throws Exception;

    @BeforeEach
    void fill() throws Exception {
        index = open();
        index.put(List.of(
                candidate(1, "Mara Lindqvist", "Senior vehicle mechanic", "Leeds, United Kingdom", 12, "Brake systems")
                        .text(
                                TextField.TEXT,
                                "Led six mechanics and two apprentices. Repaired engines, brake systems and suspensions"
                                        + " of vans. Prepared vehicles for inspection.")
                        .keyword(KeywordField.EMAIL, "mara.lindqvist@example.com")
                        .keyword(KeywordField.PHONE, "442079460018")
                        .keyword(KeywordField.TAG, "Night shift")
                        .text(TextField.TAG, "Night shift")
                        .facet(Facet.TAG, "Night shift")
                        .keyword(KeywordField.LANGUAGE, "de")
                        .keyword(KeywordField.STAGE, "interview")
                        .keyword(KeywordField.JOB, "7")
                        .build(),
                candidate(2, "Jürgen Müller", "Softwareentwickler", "Köln, Deutschland", 5, "Java", "Kubernetes")
                        .text(
                                TextField.TEXT,
                                "Entwicklung von Diensten in Java und C++. Betrieb mit K8s. Die Häuser der Kunden.")
                        .keyword(KeywordField.EMAIL, "j.mueller@example.com")
                        .build(),
                candidate(3, "Ada Okafor", "Data engineer", "Berlin, Germany", 3, "Python", "PostgreSQL")
                        .text(
                                TextField.TEXT,
                                "Builds pipelines in Python on PostgreSQL. Talks about data & java coffee.")
                        .build(),
                candidate(4, "René Dupont", "Welder", "Lyon, France", 20, "Welding")
                        .text(TextField.TEXT, "Welds steel. Worked with engine blocks.")
                        .build(),
                new Builder(new DocumentKey(Kind.JOB, 7), "Vehicle mechanic")
                        .text(TextField.TITLE, "Vehicle mechanic")
                        .detail("Workshop")
                        .text(TextField.TEXT, "You repair brakes and engines in our workshop.")
                        .keyword(KeywordField.STATUS, "open")
                        .number(NumberField.SALARY_MIN, 32_000)
                        .number(NumberField.SALARY_MAX, 40_000)
                        .number(
                                NumberField.CREATED,
                                Instant.parse("2026-06-01T08:00:00Z").getEpochSecond())
                        .facet(Facet.STATUS, "open")
                        .build()));
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "lindqvist | candidate-1",
                "Mechanics | candidate-1 job-7",
                "repairing | candidate-1 job-7",
                "müller | candidate-2",
                "mueller | candidate-2",
                "muller | candidate-2",
                "rene | candidate-4",
                "Dienst | candidate-2",
                "Softwareentwicklern | candidate-2",
                "engine | candidate-1 candidate-4 job-7",
                "\"brake systems\" | candidate-1",
                "\"systems brake\" | nothing",
                "welder lyon | candidate-4",
                "python OR welding | candidate-3 candidate-4",
                "engines NOT welder | candidate-1 job-7",
                "engines -welder | candidate-1 job-7",
                "(python OR java) AND köln | candidate-2",
                "(python ODER java) UND köln | candidate-2",
                "c++ | candidate-2",
                "k8s | candidate-2",
                "kubernetes | candidate-2",
                "skill:k8s | candidate-2",
                "skill:python,welding | candidate-3 candidate-4",
                "skill:(python OR welding) | candidate-3 candidate-4",
                "skill:(NOT python) is:candidate | candidate-1 candidate-2 candidate-4",
                "title:engineer | candidate-3",
                "in:berlin | candidate-3",
                "ort:köln | candidate-2",
                "location:\"united kingdom\" | candidate-1",
                "tag:\"night shift\" | candidate-1",
                "tag:night | candidate-1",
                "stage:interview | candidate-1",
                "job:7 | candidate-1",
                "language:german | candidate-1",
                "language:de | candidate-1",
                "sprache:Deutsch | candidate-1",
                "years:>=12 | candidate-1 candidate-4",
                "years:<4 | candidate-3",
                "years:3..5 | candidate-2 candidate-3",
                "years:3-5 | candidate-2 candidate-3",
                "years:10+ | candidate-1 candidate-4",
                "email:MARA.lindqvist@example.com | candidate-1",
                "mara.lindqvist@example.com | candidate-1",
                "phone:\"+44 20 7946 0018\" | candidate-1",
                "is:job | job-7",
                "is:job status:open | job-7",
                "salary:>=35k | job-7",
                "salary:50000..60000 | nothing",
                "created:2026-06 is:job | job-7",
                "created:30d is:job | job-7",
                "created:<2026-05 is:job | nothing",
                "NOT is:candidate | job-7",
                "-mechanic is:candidate | candidate-2 candidate-3 candidate-4"
            })
    void findsWhatAQueryAsksFor(String query, String expected) {
        assertThat(keys(find(query))).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "(",
                ")",
                "((((",
                "\"",
                "\"\"",
                "AND",
                "OR OR",
                "NOT",
                "-",
                "skill:",
                "years:abc",
                "a:b:c",
                "title:(",
                ":",
                "://",
                "http://example.com/x?y=1&z",
                "years:>=",
                "created:2026-99",
                "%_\\*?~^{}[]",
                "\u0000\u0001",
                "😀 OR 🦊",
                "עברית العربية 日本語",
                "-(",
                "NOT NOT NOT",
                "tag:()",
                "+ + +",
                "in:,,,"
            })
    void answersWhateverIsAsked(String query) {
        assertThat(find(query).total()).isBetween(0L, 5L);
        assertThat(index.find(SearchRequest.of(query).whileTyping()).total()).isBetween(0L, 5L);
    }

    @Test
    void answersAQueryOfAnyLength() {
        SearchAnswer answer = find("(".repeat(50_000) + "mechanic");
        assertThat(codes(answer)).contains(Note.Code.TOO_LONG, Note.Code.UNBALANCED);
        assertThat(find("word ".repeat(20_000)).total()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "foo:bar, UNKNOWN_FIELD",
        "years:abc, BAD_VALUE",
        "language:klingonish, BAD_VALUE",
        "is:thing, BAD_VALUE",
        "'\"vehicle', UNCLOSED_QUOTE",
        "(vehicle, UNBALANCED",
        "vehicle), UNBALANCED",
        "vehicle AND, DANGLING",
        "OR vehicle, DANGLING",
        "tag:, DANGLING"
    })
    void saysWhatItIgnored(String query, Note.Code expected) {
        assertThat(codes(find(query))).contains(expected);
    }

    @Test
    void forgivesTyposOfWordsThatNobodyHas() {
        SearchAnswer answer = find("mechnic");
        assertThat(keys(answer)).contains("candidate-1", "job-7");
        assertThat(answer.notes())
                .anySatisfy(
                        note -> assertThat(note.sentence()).contains("mechnic").contains("mechanic"));
        assertThat(find("mechanic").notes()).isEmpty();
    }

    @Test
    void completesTheLastWordWhileSomebodyTypes() {
        assertThat(keys(index.find(SearchRequest.of("vehicle mecha").whileTyping())))
                .containsExactlyInAnyOrder("candidate-1", "job-7");
        assertThat(keys(index.find(SearchRequest.of("lindq").whileTyping()))).containsExactly("candidate-1");
    }

    @Test
    void showsWhatHasSomeOfTheWordsWhenNothingHasAll() {
        SearchAnswer answer = find("python welder");
        assertThat(keys(answer)).containsExactlyInAnyOrder("candidate-3", "candidate-4");
        assertThat(codes(answer)).containsExactly(Note.Code.RELAXED);
    }

    @Test
    void putsATitleBeforeAMention() {
        assertThat(keys(find("java")).getFirst()).isEqualTo("candidate-2");
    }

    @Test
    void marksTheWordsInTheText() {
        Hit hit = find("repaired suspension is:candidate").hits().getFirst();
        List<String> marked = hit.passages().stream()
                .flatMap(passage -> passage.parts().stream())
                .filter(Part::marked)
                .map(Part::text)
                .toList();
        assertThat(marked).contains("Repaired", "suspensions");
        assertThat(hit.passages().getFirst().text()).contains("Repaired engines");
    }

    @Test
    void countsValuesOfFacets() {
        Map<Facet, List<SearchAnswer.Bucket>> facets = find("").facets();
        assertThat(facets.get(Facet.KIND))
                .containsExactly(new SearchAnswer.Bucket("candidate", 4), new SearchAnswer.Bucket("job", 1));
        assertThat(facets.get(Facet.SKILL)).contains(new SearchAnswer.Bucket("Java", 1));
        assertThat(find("python").facets().get(Facet.SKILL)).doesNotContain(new SearchAnswer.Bucket("Java", 1));
    }

    @Test
    void narrowsByFacetsAndKinds() {
        assertThat(keys(index.find(SearchRequest.of("").with(Map.of(Facet.SKILL, List.of("Java", "Welding"))))))
                .containsExactlyInAnyOrder("candidate-2", "candidate-4");
        assertThat(keys(index.find(SearchRequest.of("")
                        .with(Map.of(Facet.SKILL, List.of("Java"), Facet.TAG, List.of("Night shift"))))))
                .isEmpty();
        assertThat(keys(index.find(SearchRequest.of("engine").only(Kind.JOB)))).containsExactly("job-7");
        assertThat(keys(index.find(SearchRequest.of("engine").among(Set.of(new DocumentKey(Kind.CANDIDATE, 4))))))
                .containsExactly("candidate-4");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NAME, 3 2 1 4",
        "NAME_DESCENDING, 4 1 2 3",
        "YEARS, 4 1 2 3",
        "YEARS_ASCENDING, 3 2 1 4",
        "NEWEST, 4 3 2 1",
        "OLDEST, 1 2 3 4"
    })
    void sorts(Order order, String expected) {
        SearchAnswer answer =
                index.find(SearchRequest.of("").only(Kind.CANDIDATE).by(order));
        assertThat(keys(answer))
                .containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                        .map(id -> "candidate-" + id)
                        .toList());
    }

    @Test
    void pagesWithoutGapsAndRepetitionsInEveryOrder() {
        index.put(IntStream.range(100, 400)
                .mapToObj(id -> candidate(id, "Person " + id % 7, "Welder", "Lyon", id % 9)
                        .build())
                .toList());
        index.refresh();
        for (Order order : Order.values()) {
            List<String> seen = new ArrayList<>();
            Optional<String> next = Optional.empty();
            SearchRequest request = SearchRequest.of("welder").by(order).first(17);
            do {
                SearchAnswer answer = index.find(next.map(request::after).orElse(request));
                assertThat(answer.notes()).isEmpty();
                assertThat(answer.total()).isEqualTo(301);
                seen.addAll(keys(answer));
                next = answer.next();
            } while (next.isPresent());
            assertThat(seen).as(order.code()).doesNotHaveDuplicates().hasSize(301);
        }
    }

    @Test
    void startsAnewWhereACursorMeansNothing() {
        SearchAnswer answer = index.find(SearchRequest.of("engine").after("bm9uc2Vuc2U"));
        assertThat(answer.hits()).isNotEmpty();
        assertThat(codes(answer)).containsExactly(Note.Code.BAD_CURSOR);
    }

    @Test
    void countsExactlyUpToTenThousand() {
        index.put(IntStream.range(1_000, 11_200)
                .mapToObj(id -> candidate(id, "Person " + id, id < 10_500 ? "Nurse" : "Baker", "Lyon", 1)
                        .build())
                .toList());
        index.refresh();
        for (boolean facets : List.of(true, false)) {
            SearchRequest all = SearchRequest.of("");
            SearchRequest some = SearchRequest.of("nurse");
            SearchAnswer many = index.find(facets ? all : all.withoutFacets());
            assertThat(many.exact()).isFalse();
            assertThat(many.total()).isEqualTo(10_000);
            SearchAnswer few = index.find(facets ? some : some.withoutFacets());
            assertThat(few.exact()).isTrue();
            assertThat(few.total()).isEqualTo(9_500);
        }
    }

    @Test
    void findsWhatIsLikeAnother() {
        index.put(List.of(
                candidate(5, "Ines Carvalho", "Vehicle mechanic", "York", 4, "Brake systems")
                        .text(TextField.TEXT, "Brake systems, suspensions and inspection of vans.")
                        .build(),
                candidate(6, "Tim Cook", "Cook", "York", 4)
                        .text(TextField.TEXT, "Soups and sauces.")
                        .build()));
        index.refresh();
        SearchAnswer answer = index.find(SearchRequest.of("is:candidate").like(new DocumentKey(Kind.CANDIDATE, 1)));
        assertThat(keys(answer).getFirst()).isEqualTo("candidate-5");
        assertThat(keys(answer)).doesNotContain("candidate-1", "candidate-6");
        assertThat(codes(answer)).containsExactly(Note.Code.BY_TERMS);
        assertThat(codes(index.find(SearchRequest.of("").like(new DocumentKey(Kind.CANDIDATE, 999)))))
                .containsExactly(Note.Code.GONE);
    }

    @Test
    void replacesAndRemoves() {
        index.put(List.of(candidate(4, "René Dupont", "Baker", "Lyon", 20).build()));
        index.remove(List.of(new DocumentKey(Kind.CANDIDATE, 3), new DocumentKey(Kind.CANDIDATE, 77)));
        index.refresh();
        assertThat(keys(find("welder"))).isEmpty();
        assertThat(keys(find("baker"))).containsExactly("candidate-4");
        assertThat(keys(find("okafor"))).isEmpty();
        assertThat(index.size()).isEqualTo(4);
    }

    @Test
    void knowsWhoAppliedForAJob() {
        assertThat(index.applicants(7)).containsExactly(new DocumentKey(Kind.CANDIDATE, 1));
    }

    protected SearchAnswer find(String query) {
        return index.find(SearchRequest.of(query));
    }

    protected static List<String> keys(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.key().toString()).toList();
    }

    private static List<Note.Code> codes(SearchAnswer answer) {
        return answer.notes().stream().map(Note::code).toList();
    }

    protected static Builder candidate(
            long id, String name, String title, String location, int years, String... skills) {
        Builder candidate = new Builder(new DocumentKey(Kind.CANDIDATE, id), name)
                .text(TextField.TITLE, title)
                .detail(title)
                .location(location)
                .number(NumberField.YEARS, years)
                .number(NumberField.CREATED, 1_700_000_000 + id);
        Stream.of(skills).forEach(skill -> {
            candidate.text(TextField.SKILL, skill).facet(Facet.SKILL, skill);
            TAXONOMY.skill(skill)
                    .map(known -> known.id())
                    .map(SkillId::value)
                    .ifPresent(known -> candidate.keyword(KeywordField.SKILL_ID, known));
        });
        return candidate;
    }

    private static QueryReader queries() {
        return QueryReader.of(() -> TAXONOMY, CLOCK);
    }
}
