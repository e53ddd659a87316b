package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of the organization in scope; it has one for each purpose from the start. */
@Service
public class Templates {

    private static final int LONGEST_NAME = 120;
    private static final String SELECT = "select id, purpose, name, subject, body, version from messaging.template ";

    private final JdbcClient jdbc;
    private final Journal journal;

    Templates(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Transactional
    public List<Template> all() {
        insertMissingDefaults();
        return jdbc.sql(SELECT + "order by purpose is null, name, id")
                .query(Templates::read)
                .list();
    }

    @Transactional
    public Template of(Template.Purpose purpose) {
        insertMissingDefaults();
        return jdbc.sql(SELECT + "where purpose = ?")
                .param(purpose.code())
                .query(Templates::read)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Template> find(TemplateId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(Templates::read)
                .optional();
    }

    /** @throws CrewyardException naming each field that does not hold */
    @Transactional
    public Template create(Actor by, String name, Draft draft) {
        check(name, draft);
        try {
            TemplateId id = new TemplateId(jdbc.sql("""
                            insert into messaging.template (name, subject, body) values (?, ?, ?) returning id""")
                    .params(name.strip(), draft.subject().strip(), draft.body())
                    .query(Long.class)
                    .single());
            journal.append(by, Happening.of("template.created").with("template", id.value()));
            return new Template(
                    id,
                    Optional.empty(),
                    name.strip(),
                    new Draft(draft.subject().strip(), draft.body()),
                    0);
        } catch (DuplicateKeyException e) {
            throw nameTaken(name);
        }
    }

    /** @param version of the template as the editor saw it */
    @Transactional
    public void change(Actor by, TemplateId id, String name, Draft draft, int version) {
        check(name, draft);
        if (find(id).isEmpty()) {
            throw CrewyardException.notFound("Template", id);
        }
        try {
            int changed = jdbc.sql("""
                            update messaging.template set name = ?, subject = ?, body = ?, version = version + 1
                            where id = ? and version = ?""")
                    .params(name.strip(), draft.subject().strip(), draft.body(), id.value(), version)
                    .update();
            if (changed == 0) {
                throw CrewyardException.of(
                        Problem.STALE, "Somebody changed this template since you opened it; reload and try again.");
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken(name);
        }
        journal.append(by, Happening.of("template.changed").with("template", id.value()));
    }

    @Transactional
    public void delete(Actor by, TemplateId id) {
        Template template = find(id).orElseThrow(() -> CrewyardException.notFound("Template", id));
        if (template.purpose().isPresent()) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT,
                    "\"%s\" is what Crewyard itself sends; change its text instead.".formatted(template.name()));
        }
        jdbc.sql("delete from messaging.template where id = ?")
                .param(id.value())
                .update();
        journal.append(by, Happening.of("template.deleted").with("template", id.value()));
    }

    private static void check(String name, Draft draft) {
        Violations violations = new Violations();
        violations.require(
                !name.isBlank() && name.strip().length() <= LONGEST_NAME, "name", "A name has 1 to 120 characters.");
        draft.check(violations);
        violations.throwIfAny();
    }

    private static CrewyardException nameTaken(String name) {
        return CrewyardException.invalid(
                "name", "There is a template \"%s\" already; choose another name.".formatted(name.strip()));
    }

    private void insertMissingDefaults() {
        List<String> present = jdbc.sql("select purpose from messaging.template where purpose is not null")
                .query((row, _) -> row.getString(1))
                .list();
        for (DefaultTemplate standard : DefaultTemplate.ALL) {
            if (!present.contains(standard.purpose().code())) {
                jdbc.sql("""
                                insert into messaging.template (purpose, name, subject, body) values (?, ?, ?, ?)
                                on conflict do nothing""")
                        .params(
                                standard.purpose().code(),
                                standard.name(),
                                standard.draft().subject(),
                                standard.draft().body())
                        .update();
            }
        }
    }

    private static Template read(ResultSet row, int number) throws SQLException {
        return new Template(
                new TemplateId(row.getLong("id")),
                Optional.ofNullable(row.getString("purpose")).flatMap(Template.Purpose::ofCode),
                row.getString("name"),
                new Draft(row.getString("subject"), row.getString("body")),
                row.getInt("version"));
    }
}
