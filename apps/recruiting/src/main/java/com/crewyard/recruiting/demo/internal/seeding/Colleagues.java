package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.demo.DemoLogin;
import com.crewyard.recruiting.demo.internal.resumes.Texts;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.jobs.TeamMember;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The people who work at the demonstration's organization. */
@Component
class Colleagues {

    private final People people;
    private final List<Entry> entries =
            Texts.lines("colleagues.tsv").stream().map(Entry::read).toList();

    Colleagues(People people) {
        this.people = people;
    }

    record Entry(String key, String email, String name, Role role) {
        static Entry read(String line) {
            String[] cells = line.split("\t", -1);
            Role role = Role.ofCode(cells[3])
                    .orElseThrow(() -> new IllegalArgumentException("There is no role %s".formatted(cells[3])));
            return new Entry(cells[0], cells[1], cells[2], role);
        }
    }

    Entry administrator() {
        return entry("admin");
    }

    /** Everybody but the administrator, who founds the organization. */
    void join() {
        CurrentUser administrator = user("admin");
        entries.stream().filter(entry -> !entry.key().equals("admin")).forEach(entry -> {
            People.Invitation invitation = people.invite(administrator, entry.email(), entry.name(), entry.role());
            people.accept(invitation.token(), entry.name(), DemoLogin.PASSWORD);
        });
    }

    CurrentUser user(String key) {
        String email = entry(key).email();
        User user = people.all().stream()
                .filter(known -> known.email().equals(email))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody here has the address %s".formatted(email)));
        return new CurrentUser(user.id(), user.organization(), user.role(), user.email(), user.fullName());
    }

    Map<UserId, TeamMember.Part> team(String recruiter) {
        return Map.of(
                user(recruiter).id(), TeamMember.Part.RECRUITER,
                user("manager").id(), TeamMember.Part.HIRING_MANAGER,
                user("interviewer").id(), TeamMember.Part.INTERVIEWER);
    }

    /** Puts the names of colleagues for their keys in braces, as mentions want them. */
    String named(String text) {
        String named = text;
        for (Entry entry : entries) {
            named = named.replace("{" + entry.key() + "}", entry.name());
        }
        return named;
    }

    private Entry entry(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no colleague %s".formatted(key)));
    }
}
