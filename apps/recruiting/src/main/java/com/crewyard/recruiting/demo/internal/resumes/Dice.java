package com.crewyard.recruiting.demo.internal.resumes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chance that comes out the same for the same seed, whatever was thrown for others. */
public final class Dice {

    private static final Pattern RANGE = Pattern.compile("\\{(\\d+)-(\\d+)}");
    /** Spreads neighbouring numbers; the odd constant of Steele, Lea and Flood's SplitMix (OOPSLA 2014). */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** The dice of the {@code index}-th thing made from a seed. */
    public static Dice of(long seed, int index) {
        return new Dice((seed + 1) * GOLDEN_GAMMA ^ (index + 1) * (GOLDEN_GAMMA >>> 7));
    }

    /** From {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** So many different ones, in their own order. */
    public <T> List<T> some(List<T> choices, int count) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < choices.size(); position++) {
            positions.add(position);
        }
        Collections.shuffle(positions, random);
        return positions.subList(0, Math.min(count, positions.size())).stream()
                .sorted()
                .map(choices::get)
                .toList();
    }

    public <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Puts a number into every {@code {low-high}} of a text. */
    public String fill(String text) {
        return RANGE.matcher(text)
                .replaceAll(range -> Matcher.quoteReplacement(
                        Integer.toString(between(number(range.group(1)), number(range.group(2))))));
    }

    /** Puts a digit for every {@code #}. */
    public String digits(String pattern) {
        StringBuilder filled = new StringBuilder(pattern);
        for (int position = 0; position < filled.length(); position++) {
            if (filled.charAt(position) == '#') {
                filled.setCharAt(position, (char) ('0' + between(0, 9)));
            }
        }
        return filled.toString();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
