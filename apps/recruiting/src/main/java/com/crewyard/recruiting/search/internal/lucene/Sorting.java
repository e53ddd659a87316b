package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** The orders of results. The newest come first where nothing else decides, so that no two are equal. */
final class Sorting {

    private static final SortField LATEST = new SortField(Mapping.BY_KEY, SortField.Type.LONG, true);
    private static final SortField EARLIEST = new SortField(Mapping.BY_KEY, SortField.Type.LONG, false);

    private Sorting() {}

    static Sort of(Order order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, LATEST);
            case NAME -> new Sort(new SortField(Mapping.BY_NAME, SortField.Type.STRING, false), LATEST);
            case NAME_DESCENDING -> new Sort(new SortField(Mapping.BY_NAME, SortField.Type.STRING, true), LATEST);
            case NEWEST -> new Sort(number(NumberField.CREATED, true), LATEST);
            case OLDEST -> new Sort(number(NumberField.CREATED, false), EARLIEST);
            case CHANGED -> new Sort(number(NumberField.CHANGED, true), LATEST);
            case YEARS -> new Sort(number(NumberField.YEARS, true), LATEST);
            case YEARS_ASCENDING -> new Sort(number(NumberField.YEARS, false), LATEST);
            case SALARY -> new Sort(number(NumberField.SALARY_MAX, true), LATEST);
            case SALARY_ASCENDING -> new Sort(number(NumberField.SALARY_MIN, false), LATEST);
        };
    }

    /** Of the value at an index of the order: {@code f} a score, {@code b} a text, {@code l} a number. */
    static char type(Order order, int index) {
        if (index > 0) {
            return 'l';
        }
        return switch (order) {
            case RELEVANCE -> 'f';
            case NAME, NAME_DESCENDING -> 'b';
            case NEWEST, OLDEST, CHANGED, YEARS, YEARS_ASCENDING, SALARY, SALARY_ASCENDING -> 'l';
        };
    }

    private static SortField number(NumberField field, boolean highestFirst) {
        return LongField.newSortField(
                Mapping.of(field),
                highestFirst,
                SortedNumericSelector.Type.MIN,
                highestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
}
