package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.recruiting.demo.internal.resumes.Dice;
import com.crewyard.recruiting.demo.internal.resumes.Texts;
import com.crewyard.recruiting.jobs.StageKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What colleagues did with one application, up to now: within working hours, some days apart. */
final class Journey {

    private static final List<StageKind> WAY =
            List.of(StageKind.SCREENING, StageKind.INTERVIEW, StageKind.OFFER, StageKind.HIRED);
    private static final List<String> COLLEAGUES = List.of("recruiter", "recruiter2", "manager", "interviewer");
    private static final int USUAL_REASONS = 8;

    private final Step.Applies application;
    private final String job;
    private final String email;
    private final Texts remarks;
    private final Dice dice;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    Journey(Step.Applies application, Texts remarks, Dice dice, Instant now) {
        this.application = application;
        this.job = application.job().title();
        this.email = application.resume().email();
        this.remarks = remarks;
        this.dice = dice;
        this.now = now;
    }

    List<Step> steps(boolean hire) {
        int reached = hire ? WAY.size() : stagesReached();
        boolean rejected = !hire && reached < 3 && dice.chance(reached == 0 ? 0.25 : 0.34);
        Instant moment = next(application.at());
        remark("applied", moment, 0.2);
        for (int stage = 0; stage < reached && moment.isBefore(latest()); stage++) {
            StageKind kind = WAY.get(stage);
            steps.add(new Step.Moves(moment, job, email, kind, mover(kind)));
            if (kind != StageKind.HIRED) {
                remark(kind.name().toLowerCase(Locale.ROOT), moment, 0.5);
            }
            moment = next(moment);
        }
        if (!moment.isBefore(latest())) {
            return List.copyOf(steps);
        }
        if (rejected) {
            steps.add(new Step.Rejects(
                    moment, job, email, dice.between(0, USUAL_REASONS - 1), dice.pick(COLLEAGUES.subList(0, 3))));
            remark("rejected", moment, 0.3);
        } else if (!hire && dice.chance(0.03)) {
            steps.add(
                    new Step.Withdraws(moment, job, email, application.resume().name()));
        } else if (!hire && reached > 0) {
            leftToDo(moment);
        }
        return List.copyOf(steps);
    }

    private int stagesReached() {
        int fate = dice.between(0, 99);
        return fate < 36 ? 0 : fate < 66 ? 1 : fate < 90 ? 2 : 3;
    }

    private void remark(String stage, Instant moment, double probability) {
        Instant at = moment.plus(Duration.ofMinutes(dice.between(4, 95)));
        if (!dice.chance(probability) || !at.isBefore(now)) {
            return;
        }
        String author = dice.pick(COLLEAGUES);
        String other =
                dice.pick(COLLEAGUES.stream().filter(key -> !key.equals(author)).toList());
        String text = dice.pick(remarks.section("notes." + stage))
                .replace("{first}", firstName())
                .replace("{name}", "{" + other + "}");
        steps.add(new Step.Writes(at, job, email, text, author));
    }

    private void leftToDo(Instant moment) {
        if (dice.chance(0.35)) {
            steps.add(new Step.Tags(moment, job, email, dice.pick(remarks.section("tags")), "recruiter"));
        }
        if (dice.chance(0.5)) {
            LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(dice.between(-2, 8));
            String title = dice.pick(remarks.section("tasks")).replace("{first}", firstName());
            steps.add(new Step.Assigns(moment, job, email, title, due, dice.pick(COLLEAGUES), "recruiter"));
        }
    }

    private String firstName() {
        return application.resume().name().split(" ", 2)[0];
    }

    private String mover(StageKind stage) {
        return stage == StageKind.OFFER || stage == StageKind.HIRED ? "manager" : dice.pick(COLLEAGUES.subList(0, 2));
    }

    private Instant latest() {
        return now.minus(Duration.ofMinutes(30));
    }

    /** One to five days later, between eight and five, Monday to Friday. */
    private Instant next(Instant moment) {
        OffsetDateTime day = moment.atOffset(ZoneOffset.UTC).plusDays(dice.between(1, 4));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.withHour(dice.between(8, 16)).withMinute(dice.between(0, 59)).toInstant();
    }
}
