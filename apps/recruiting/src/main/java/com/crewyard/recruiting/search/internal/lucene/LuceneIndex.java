package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.IndexFailedException;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.jspecify.annotations.Nullable;

/** An organization's index in a directory of its own. */
public final class LuceneIndex implements SearchIndex {

    private static final String POSITION = "position";
    private static final String MAPPING = "mapping";
    private static final double BUFFER_MEGABYTES = 24;
    /** Few, for the reason of {@link #settle}. */
    private static final double SEGMENTS_OF_A_SIZE = 4;

    private static final int MOST_APPLICANTS = 100_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Finder finder;
    private final String today;
    private final String form;

    private LuceneIndex(
            Directory directory, IndexWriter writer, SearcherManager searchers, Finder finder, String form) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.finder = finder;
        this.today = form;
        this.form = Objects.requireNonNullElse(kept().get(MAPPING), form);
    }

    /**
     * Opens the index in a directory, a new one where there is none. From then on the directory is the index's.
     *
     * @throws IndexFailedException after which the directory is closed
     */
    public static LuceneIndex open(Directory directory, QueryReader queries) {
        return open(directory, queries, "");
    }

    /**
     * The same.
     *
     * @param manner in which candidates are prepared for matching today
     */
    public static LuceneIndex open(Directory directory, QueryReader queries, String manner) {
        IndexWriter writer = null;
        try {
            IndexWriterConfig config = new IndexWriterConfig(Analysis.OF_FIELDS);
            config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
            config.setCommitOnClose(false);
            config.setCodec(new Codec());
            config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_OF_A_SIZE));
            writer = new IndexWriter(directory, config);
            SearcherManager searchers = new SearcherManager(writer, null);
            return new LuceneIndex(
                    directory, writer, searchers, new Finder(searchers, queries), Mapping.VERSION + " " + manner);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            closeAfter(e, writer);
            closeAfter(e, directory);
            throw failed("cannot be opened", e);
        }
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        try {
            for (SearchDocument document : documents) {
                writer.updateDocument(
                        Mapping.key(document.key()), Mapping.facets().build(Mapping.of(document)));
            }
        } catch (IOException | IllegalStateException e) {
            throw failed("cannot be written", e);
        }
    }

    @Override
    public void remove(Collection<DocumentKey> keys) {
        try {
            writer.deleteDocuments(keys.stream().map(Mapping::key).toArray(Term[]::new));
        } catch (IOException | IllegalStateException e) {
            throw failed("cannot be written", e);
        }
    }

    @Override
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException | IllegalStateException e) {
            throw failed("cannot be read", e);
        }
    }

    @Override
    public void commit(long position) {
        commitAs(position, form);
    }

    /** In one segment, because each has graphs of vectors of its own and every question is put to all of them. */
    @Override
    public void settle() {
        try {
            writer.forceMerge(1, false);
        } catch (IOException | IllegalStateException e) {
            throw failed("cannot be arranged", e);
        }
    }

    /** In how many segments the documents are. */
    public int segments() {
        return finder.read(searcher -> searcher.getIndexReader().leaves().size());
    }

    /** @param form in which the documents were written: the mapping's version and the manner of preparing candidates */
    public void commitAs(long position, String form) {
        try {
            writer.setLiveCommitData(
                    Map.of(POSITION, Long.toString(position), MAPPING, form).entrySet());
            writer.commit();
        } catch (IOException | IllegalStateException e) {
            throw failed("cannot be kept", e);
        }
    }

    @Override
    public OptionalLong position() {
        String position = kept().get(POSITION);
        return position == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(position));
    }

    /** Whether what is in there is what is written today. */
    public boolean isCurrent() {
        return today.equals(kept().get(MAPPING));
    }

    private Map<String, String> kept() {
        Map<String, String> data = new java.util.HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    @Override
    public long size() {
        return finder.read(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public Collection<DocumentKey> applicants(long job) {
        return finder.read(searcher -> {
            List<DocumentKey> keys = new ArrayList<>();
            TermQuery applied = new TermQuery(new Term(Mapping.of(KeywordField.JOB), Long.toString(job)));
            for (ScoreDoc found : searcher.search(applied, MOST_APPLICANTS).scoreDocs) {
                Finder.key(searcher, found.doc)
                        .filter(key -> key.kind() == Kind.CANDIDATE)
                        .ifPresent(keys::add);
            }
            return keys;
        });
    }

    @Override
    public SearchAnswer find(SearchRequest request) {
        return finder.find(request);
    }

    @Override
    public Collection<DocumentKey> all(SearchRequest request) {
        return finder.all(request);
    }

    @Override
    public long candidates() {
        return finder.read(searcher ->
                (long) searcher.count(new TermQuery(new Term(Mapping.KIND, Kind.CANDIDATE.code()))));
    }

    @Override
    public Nearest nearest(Wanted wanted, String filter, int most, LongPredicate known) {
        return finder.nearest(wanted, filter, most, known);
    }

    @Override
    public List<Held> sample(int size, LongPredicate known) {
        return finder.sample(size, known);
    }

    @Override
    public Collection<DocumentKey> unfinished(int most) {
        return finder.read(searcher -> {
            List<DocumentKey> keys = new ArrayList<>();
            for (ScoreDoc found : searcher.search(new FieldExistsQuery(Mapping.UNFINISHED), most).scoreDocs) {
                Finder.key(searcher, found.doc).ifPresent(keys::add);
            }
            return keys;
        });
    }

    /** Vectors of one byte a dimension, in a graph (Malkov and Yashunin 2018). */
    private static final class Codec extends Lucene104Codec {

        private static final KnnVectorsFormat VECTORS = new Lucene104HnswScalarQuantizedVectorsFormat(
                QuantizedByteVectorValues.ScalarEncoding.UNSIGNED_BYTE,
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return VECTORS;
        }
    }

    @Override
    public void close() {
        IOException nowhere = new IOException("while closing");
        closeAfter(nowhere, searchers);
        closeAfter(nowhere, writer);
        closeAfter(nowhere, directory);
    }

    /** Whether there is an index in a directory that was complete once. */
    public static boolean isComplete(Directory directory) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData().containsKey(MAPPING);
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    static IndexFailedException failed(String how, Exception cause) {
        return new IndexFailedException(
                "The search index %s: %s".formatted(how, reason(cause)), isDamage(cause), cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }

    /** What Lucene throws for files that are lost, cut short, overwritten or of another time. */
    private static boolean isDamage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorruptIndexException
                    || cause instanceof IndexFormatTooOldException
                    || cause instanceof IndexFormatTooNewException
                    || cause instanceof EOFException
                    || cause instanceof NoSuchFileException
                    || cause instanceof FileNotFoundException
                    || cause instanceof IllegalArgumentException) {
                return true;
            }
        }
        return false;
    }

    private static void closeAfter(Exception failure, @Nullable AutoCloseable open) {
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }
}
