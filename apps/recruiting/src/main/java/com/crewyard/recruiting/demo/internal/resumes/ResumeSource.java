package com.crewyard.recruiting.demo.internal.resumes;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What an invented person's resume says, before it has a form.
 *
 * @param trade the trade it is a career of
 * @param language of the resume, ISO 639-1
 * @param phone international
 * @param writtenPhone the same number as the resume writes it
 * @param work newest first
 */
public record ResumeSource(
        String trade,
        String language,
        String name,
        String headline,
        String email,
        Optional<String> phone,
        Optional<String> writtenPhone,
        String location,
        Optional<String> linkedin,
        Optional<String> website,
        String summary,
        List<Role> work,
        List<Study> education,
        List<String> skills,
        List<Tongue> languages,
        List<Certificate> certificates) {

    /** @param end empty while it lasts */
    public record Role(
            String title,
            String employer,
            String location,
            YearMonth start,
            Optional<YearMonth> end,
            List<String> duties) {}

    public record Study(String institution, String degree, String field, int start, int end) {}

    /** @param level as the resume words it */
    public record Tongue(String name, String level) {}

    public record Certificate(String name, int year) {}

    /** The same person under another address. */
    public ResumeSource withEmail(String other) {
        return new ResumeSource(
                trade,
                language,
                name,
                headline,
                other,
                phone,
                writtenPhone,
                location,
                linkedin,
                website,
                summary,
                work,
                education,
                skills,
                languages,
                certificates);
    }

    /** What the person does, or did last. */
    public Role latest() {
        return work.getFirst();
    }
}
