package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.places.Place;
import com.crewyard.recruiting.taxonomy.Seniority;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.TitleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Candidates as bytes: what a match reads of them and what was made of it, so that reading them back costs microseconds
 * where finding skills and words in a resume costs half a millisecond. What another vocabulary or model made is made anew.
 */
public final class CandidateCodec {

    /** Changes with anything written here. */
    private static final int VERSION = 2;

    private final Vocabulary vocabulary;
    private final String model;
    private final long vocabularyStamp;
    private final long modelStamp;

    /** @param model whose vectors are written and read */
    public CandidateCodec(Vocabulary vocabulary, String model) {
        this.vocabulary = vocabulary;
        this.model = model;
        this.vocabularyStamp = vocabulary.stamp();
        this.modelStamp = TermBag.hash(model);
    }

    /**
     * A candidate read back.
     *
     * @param embedded empty when there were no vectors of the model
     */
    record Ready(CandidateView view, Features features, Optional<EmbeddedCandidate> embedded) {}

    String manner() {
        return "%d-%016x-%s".formatted(VERSION, vocabularyStamp, model);
    }

    /** Texts whose vectors a candidate is prepared with. */
    public static List<String> texts(CandidateView view) {
        return Excerpt.of(view).stream().map(Excerpt::text).toList();
    }

    /** @param vectors by text, all of a candidate's or none: with half of them somebody would seem less near than they are */
    public Prepared prepared(CandidateView view, Map<String, float[]> vectors) {
        Features features = Features.of(view, vocabulary);
        List<Excerpt> excerpts = Excerpt.of(view);
        List<float[]> own = excerpts.stream()
                .flatMap(excerpt -> Optional.ofNullable(vectors.get(excerpt.text())).stream())
                .toList();
        boolean complete = own.size() == excerpts.size();
        EmbeddedCandidate embedded = new EmbeddedCandidate(excerpts, complete ? own : List.of());
        ByteSink sink = new ByteSink();
        sink.number(VERSION);
        write(sink, view);
        sink.fixed(vocabularyStamp);
        write(sink, features);
        sink.fixed(complete ? modelStamp : 0);
        if (complete) {
            write(sink, embedded);
        }
        byte[] contents = sink.bytes();
        int dimension = complete && !own.isEmpty() ? own.getFirst().length : 0;
        return new Prepared(
                contents,
                ByteSink.stamp(contents),
                direction(embedded.work(dimension)),
                direction(embedded.trade(dimension)),
                features.skills().keySet().stream().map(SkillId::value).collect(Collectors.toSet()),
                words(view),
                scattered(view.id().value()),
                complete);
    }

    private static String words(CandidateView view) {
        return "%s\n%s\n%s"
                .formatted(String.join("\n", view.titles()), view.headline().text(), String.join("\n", view.skills()));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbours end up anywhere. */
    private static long scattered(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static Optional<float[]> direction(float[] vector) {
        for (float each : vector) {
            if (each != 0) {
                return Optional.of(vector);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when another version wrote it */
    Ready read(byte[] contents) {
        ByteSource source = new ByteSource(contents);
        int version = source.number();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "Version %d of a prepared candidate is not %d".formatted(version, VERSION));
        }
        CandidateView view = view(source);
        boolean sameVocabulary = source.fixed() == vocabularyStamp;
        Features features = features(source, view);
        boolean sameModel = source.fixed() == modelStamp;
        return new Ready(
                view,
                sameVocabulary ? features : Features.of(view, vocabulary),
                sameModel ? Optional.of(embedded(source, view)) : Optional.empty());
    }

    private static void write(ByteSink sink, CandidateView view) {
        sink.fixed(view.id().value());
        sink.texts(view.titles());
        sink.text(view.headline().text());
        sink.texts(view.skills());
        sink.fixed(view.experienceYears().map(Double::doubleToRawLongBits).orElse(-1L));
        List<Optional<String>> place = view.place()
                .map(known -> List.of(known.city(), known.region(), known.country()))
                .orElse(List.of());
        sink.number(place.size());
        place.forEach(part -> sink.text(part.orElse("")));
        sink.text(view.resume().text());
    }

    private static CandidateView view(ByteSource source) {
        CandidateId id = new CandidateId(source.fixed());
        List<String> titles = source.texts();
        BlindText headline = BlindText.blindedBefore(source.text());
        List<String> skills = source.texts();
        long years = source.fixed();
        Optional<Place> place = source.number() == 0
                ? Optional.empty()
                : Optional.of(new Place(part(source), part(source), part(source)));
        return new CandidateView(
                id,
                titles,
                headline,
                skills,
                years == -1 ? Optional.empty() : Optional.of(Double.longBitsToDouble(years)),
                place,
                BlindText.blindedBefore(source.text()));
    }

    private static Optional<String> part(ByteSource source) {
        return Optional.of(source.text()).filter(text -> !text.isEmpty());
    }

    private static void write(ByteSink sink, Features features) {
        sink.number(features.skills().size());
        features.skills().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(SkillId::value)))
                .forEach(entry -> {
                    sink.text(entry.getKey().value());
                    sink.number(entry.getValue().source().ordinal());
                    sink.number(entry.getValue().start());
                    sink.number(entry.getValue().end());
                    sink.text(entry.getValue().words());
                });
        sink.number(features.titles().size());
        for (HeldTitle title : features.titles()) {
            sink.text(title.written());
            sink.text(title.occupation().map(TitleId::value).orElse(""));
            sink.number(title.seniority().ordinal());
            sink.number(title.saysSeniority() ? 1 : 0);
            sink.texts(title.words());
        }
        features.terms().write(sink);
        sink.number(features.resumeTermsFrom());
    }

    private static Features features(ByteSource source, CandidateView view) {
        Map<SkillId, Features.Place> skills = new HashMap<>();
        for (int left = source.number(); left > 0; left--) {
            SkillId skill = new SkillId(source.text());
            Evidence.Source kind = Evidence.Source.values()[source.number()];
            skills.put(skill, new Features.Place(kind, source.number(), source.number(), source.text()));
        }
        List<HeldTitle> titles = new ArrayList<>();
        for (int left = source.number(); left > 0; left--) {
            String written = source.text();
            String occupation = source.text();
            titles.add(new HeldTitle(
                    written,
                    occupation.isEmpty() ? Optional.empty() : Optional.of(new TitleId(occupation)),
                    Seniority.values()[source.number()],
                    source.number() == 1,
                    new LinkedHashSet<>(source.texts())));
        }
        TermBag terms = TermBag.read(source);
        return new Features(
                view,
                skills,
                titles,
                terms,
                source.number(),
                new Sections(view.resume().text()));
    }

    /** Passages are those of the resume, and need not be written twice. */
    private static void write(ByteSink sink, EmbeddedCandidate embedded) {
        sink.number(embedded.excerpts().size());
        for (Excerpt excerpt : embedded.excerpts()) {
            boolean ofResume = excerpt.source() == Evidence.Source.RESUME;
            sink.number(excerpt.kind().ordinal());
            sink.number(excerpt.source().ordinal());
            sink.number(excerpt.start());
            sink.number(excerpt.end());
            sink.text(ofResume ? "" : excerpt.text());
        }
        sink.vectors(embedded.vectors());
    }

    private static EmbeddedCandidate embedded(ByteSource source, CandidateView view) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (int left = source.number(); left > 0; left--) {
            Excerpt.Kind kind = Excerpt.Kind.values()[source.number()];
            Evidence.Source from = Evidence.Source.values()[source.number()];
            int start = source.number();
            int end = source.number();
            String text = source.text();
            boolean ofResume = from == Evidence.Source.RESUME;
            excerpts.add(
                    ofResume
                            ? Excerpt.ofResume(kind, view.resume().text(), start, end)
                            : new Excerpt(kind, from, start, end, text));
        }
        return new EmbeddedCandidate(excerpts, source.vectors());
    }
}
