package com.crewyard.recruiting.demo.internal.resumes;

import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Role;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One working life: dates that follow one another, titles that go up, employers that change. */
final class Career {

    private static final int MONTHS = 12;
    private static final int LONGEST = 22;
    private static final int YEARS_A_RUNG = 5;
    private static final int CORE_SKILLS = 4;

    private final Trade trade;
    private final List<String> words;
    private final Dice dice;
    private final int years;
    private final YearMonth until;
    private final boolean employed;
    private YearMonth start;

    Career(Trade trade, List<String> words, Dice dice, YearMonth month) {
        this.trade = trade;
        this.words = words;
        this.dice = dice;
        this.years = dice.chance(0.2) ? dice.between(1, 3) : dice.between(3, LONGEST);
        this.employed = dice.chance(0.78);
        this.until = employed ? month : month.minusMonths(dice.between(1, 9));
        this.start = until.minusMonths((long) years * MONTHS + dice.between(0, 7));
    }

    int years() {
        return years;
    }

    /** The month of the first job. */
    YearMonth start() {
        return start;
    }

    /** Newest first. */
    List<Role> roles(String home) {
        int count = Math.clamp(years / 4 + (long) dice.between(0, 1), 1, 6);
        int top = Math.clamp(
                years / YEARS_A_RUNG + (long) dice.between(0, 1),
                0,
                trade.ladder().size() - 1);
        int months = Math.max(count * 6, (int) start.until(until, java.time.temporal.ChronoUnit.MONTHS));
        List<String> employers = employers(count);
        List<Role> roles = new ArrayList<>();
        Iterator<String> duties = Stream.generate(() -> dice.shuffled(trade.duties()))
                .flatMap(List::stream)
                .iterator();
        YearMonth end = until;
        int left = months;
        for (int position = 0; position < count; position++) {
            int share = left / (count - position);
            int length = position == count - 1 ? left : Math.max(4, share + dice.between(-share / 3, share / 3));
            YearMonth begin = end.minusMonths(length);
            int rung = count == 1 ? Math.min(top, 1) : Math.round((float) top * (count - 1 - position) / (count - 1));
            roles.add(new Role(
                    trade.ladder().get(rung),
                    employers.get(position),
                    home,
                    begin,
                    position == 0 && employed ? Optional.empty() : Optional.of(end),
                    Stream.generate(duties::next)
                            .limit(position == 0 ? dice.between(3, 5) : dice.between(2, 3))
                            .map(dice::fill)
                            .toList()));
            start = begin;
            left -= length;
            end = begin.minusMonths(dice.chance(0.6) ? 1 : dice.between(2, 5));
        }
        return List.copyOf(roles);
    }

    List<String> skills() {
        Set<String> skills = new LinkedHashSet<>(trade.skills().subList(0, CORE_SKILLS));
        skills.addAll(dice.some(trade.skills(), dice.between(4, 8)));
        return List.copyOf(skills);
    }

    /** Puts an invented name where a pattern wants one. */
    String named(String pattern) {
        return pattern.replace("{word}", dice.pick(words));
    }

    private List<String> employers(int count) {
        Set<String> employers = new LinkedHashSet<>();
        while (employers.size() < count) {
            employers.add(named(dice.pick(trade.employers())));
        }
        return List.copyOf(employers);
    }
}
