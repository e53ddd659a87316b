package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.jobs.EmploymentType;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a job out of a prompt or a requisition, in English or German. Pure: the same text gives the same job. */
@Component
public final class JobReader {

    private static final Pattern COMMAND = Pattern.compile(
            "^(?:(?:hi|hello|hey|please|pls|can you|could you|i(?:'d| would) like to|i want to|we want to|bitte|hallo)[,! ]+)*"
                    + "(?:please )?(?:create|open(?: up)?|add|post|make|draft|set up|write|publish|erstelle?|lege?)(?: (?:me|us|mir|uns|bitte))? (?:an? |the |eine[nrms]? |ein )?(?:new |neue[ns]? )?"
                    + "(?:(?:job|role|position|vacancy|opening|req|requisition|posting|stelle|stellenanzeige)(?: post(?:ing)?| opening| ad)?(?: (?:for|as|called|titled|für|als))?:?(?: (?:an?|the|eine[nrms]?|ein))? )?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final TitleReader titles;
    private final SkillsReader skills;

    public JobReader(Taxonomy taxonomy) {
        this.titles = new TitleReader(taxonomy);
        this.skills = new SkillsReader(taxonomy);
    }

    public JobReading read(String written) {
        String text = plain(written);
        Optional<Sourced<String>> title = titles.read(text);
        List<Sourced<String>> locations = LocationReader.read(text);
        Optional<Sourced<String>> department = DepartmentReader.read(text);
        Optional<Sourced<RemoteOption>> remote = RemoteReader.read(text);
        Optional<Sourced<EmploymentType>> employmentType = EmploymentReader.read(text);
        Optional<Sourced<Salary>> salary = SalaryReader.read(text, LocationReader.country(locations));
        List<Sourced<?>> others = new ArrayList<>(locations);
        department.ifPresent(others::add);
        remote.ifPresent(others::add);
        employmentType.ifPresent(others::add);
        salary.ifPresent(others::add);
        SkillsReader.Skills found = skills.read(text, title, others);
        return new JobReading(
                title,
                department,
                locations,
                remote,
                employmentType,
                salary,
                found.required(),
                found.niceToHave(),
                description(text));
    }

    /** The text whose offsets a reading has. */
    static String plain(String written) {
        return written.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    /** The text itself, without the command at its beginning. */
    private static String description(String text) {
        String stripped = text.strip();
        Matcher command = COMMAND.matcher(stripped);
        String rest = command.find() ? stripped.substring(command.end()).strip() : stripped;
        return Wording.upperFirst(rest);
    }
}
