package com.crewyard.recruiting.search.internal;

import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an index keeps of a candidate or a job.
 *
 * @param name of the person, or the job's title
 * @param detail a line that says more, shown and not searched
 * @param keywords in lower case
 * @param prepared what matching has the index hold of a candidate
 */
public record SearchDocument(
        DocumentKey key,
        String name,
        String detail,
        String location,
        Map<TextField, List<String>> texts,
        Map<KeywordField, Set<String>> keywords,
        Map<NumberField, Long> numbers,
        Map<Facet, Set<String>> facets,
        Optional<Prepared> prepared) {

    /** Texts that are searched by words. */
    public enum TextField {
        NAME(3f),
        TITLE(2.5f),
        SKILL(2f),
        TAG(1.5f),
        EMPLOYER(1.2f),
        LOCATION(1.2f),
        /** Positions held, as the profile has them. */
        EXPERIENCE(0f),
        /** The whole resume, or the job's description. */
        TEXT(1f);

        private final float weight;

        TextField(float weight) {
            this.weight = weight;
        }

        /** What a word here counts when no field is named; 0 when it is not looked at then. */
        public float weight() {
            return weight;
        }
    }

    /** Values that are searched as they are. */
    public enum KeywordField {
        SKILL_ID,
        /** Skills that are broader than those of the person. */
        BROADER_SKILL_ID,
        TITLE_ID,
        EMAIL,
        PHONE,
        TAG,
        STAGE,
        LANGUAGE,
        POOL,
        STATE,
        /** Number of a job applied for. */
        JOB,
        STATUS,
        REMOTE,
        EMPLOYMENT,
        /** Which of resume, email, phone there is. */
        HAS
    }

    /** Values that are searched by size. Times are in seconds since 1970. */
    public enum NumberField {
        ID,
        YEARS,
        SALARY_MIN,
        SALARY_MAX,
        CREATED,
        CHANGED
    }

    /** Collects a document's values, leaving out what is blank. */
    public static final class Builder {
        private final DocumentKey key;
        private final String name;
        private String detail = "";
        private String location = "";
        private final Map<TextField, List<String>> texts = new EnumMap<>(TextField.class);
        private final Map<KeywordField, Set<String>> keywords = new EnumMap<>(KeywordField.class);
        private final Map<NumberField, Long> numbers = new EnumMap<>(NumberField.class);
        private final Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        private Optional<Prepared> prepared = Optional.empty();

        public Builder(DocumentKey key, String name) {
            this.key = key;
            this.name = name;
            text(TextField.NAME, name);
            number(NumberField.ID, key.id());
            facet(Facet.KIND, key.kind().code());
        }

        public Builder detail(String line) {
            this.detail = line;
            return this;
        }

        /** Where the person lives or the work is done, as written. */
        public Builder location(String written) {
            this.location = written;
            return text(TextField.LOCATION, written);
        }

        public Builder text(TextField field, String text) {
            if (!text.isBlank()) {
                texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(text);
            }
            return this;
        }

        public Builder keyword(KeywordField field, String value) {
            if (!value.isBlank()) {
                keywords.computeIfAbsent(field, _ -> new LinkedHashSet<>())
                        .add(value.strip().toLowerCase(Locale.ROOT));
            }
            return this;
        }

        public Builder number(NumberField field, long value) {
            numbers.put(field, value);
            return this;
        }

        public Builder facet(Facet facet, String value) {
            if (!value.isBlank()) {
                facets.computeIfAbsent(facet, _ -> new LinkedHashSet<>()).add(value.strip());
            }
            return this;
        }

        public Builder prepared(Prepared forMatching) {
            this.prepared = Optional.of(forMatching);
            return this;
        }

        public SearchDocument build() {
            return new SearchDocument(key, name, detail, location, texts, keywords, numbers, facets, prepared);
        }
    }
}
