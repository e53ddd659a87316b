package com.crewyard.hosting.research;

/**
 * Something that can be measured and compared, such as "&gt; 500 req/s".
 *
 * @param comparison one of {@code < <= > >=}
 * @param amount in the unit, with "10k" written out
 * @param unit as written, empty when there was none
 * @param text the words around it
 */
public record Condition(String comparison, double amount, String unit, String text, int line) {

    @Override
    public String toString() {
        return "%s %s%s"
                .formatted(
                        comparison,
                        amount == Math.rint(amount) ? String.valueOf((long) amount) : String.valueOf(amount),
                        unit.isEmpty() ? "" : " " + unit);
    }
}
