package com.crewyard.recruiting.search.internal;

import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * The documents of one organization in some engine. Reading goes on while somebody writes; only one thread writes at a
 * time. Any failure of the engine is an {@link IndexFailedException}.
 */
public interface SearchIndex extends AutoCloseable {

    /** Adds documents, or replaces those with the same key. */
    void put(Collection<SearchDocument> documents);

    void remove(Collection<DocumentKey> keys);

    /** From now on what was written is found. */
    void refresh();

    /** Keeps what was written across a restart, and with it up to where the journal was followed. */
    void commit(long position);

    /** The position last committed; empty for an index that was never complete. */
    OptionalLong position();

    /** Begins to arrange what was written so that it is read fastest, which goes on beside everything else. */
    void settle();

    /** How many documents can be found. */
    long size();

    /** Candidates that are known to have applied for a job. */
    Collection<DocumentKey> applicants(long job);

    SearchAnswer find(SearchRequest request);

    /** Everything that a request finds, in no order and however much it is; without typos forgiven or words left out. */
    Collection<DocumentKey> all(SearchRequest request);

    /** How many candidates matching can be asked about. */
    long candidates();

    /** {@link CandidateIndex#nearest} */
    CandidateIndex.Nearest nearest(CandidateIndex.Wanted wanted, String filter, int most, LongPredicate known);

    /** {@link CandidateIndex#sample} */
    List<CandidateIndex.Held> sample(int size, LongPredicate known);

    /** Some of the candidates who are worth preparing again. */
    Collection<DocumentKey> unfinished(int most);

    /** Keeps what can be kept. */
    @Override
    void close();
}
