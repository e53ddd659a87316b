package com.crewyard.recruiting.vocabulary.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.OwnSkills;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organization's own skills, to be searched and edited. */
@Controller
@RequestMapping(SkillPages.PATH)
@ProcessRole.Only(ProcessRole.WEB)
class SkillPages {

    static final String PATH = "/settings/skills";

    private static final int FOUND = 20;

    private final OwnSkills skills;
    private final Pages pages;

    SkillPages(OwnSkills skills, Pages pages) {
        this.skills = skills;
        this.pages = pages;
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @GetMapping
    Reply list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return view(q.strip(), Math.max(1, page), Form.blank(), 0);
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping
    Reply add(HttpServletRequest request, CurrentUser user) {
        Form form = Form.ofParameters(request.getParameterMap());
        return trying(request, form, 0, () -> skills.add(user, skill(form)));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/{id}")
    Reply change(@PathVariable long id, HttpServletRequest request, CurrentUser user) {
        Form form = Form.ofParameters(request.getParameterMap());
        String version = form.value("version");
        int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        return trying(request, form, id, () -> skills.change(user, id, seen, skill(form)));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/{id}/removal")
    Reply remove(@PathVariable long id, HttpServletRequest request, CurrentUser user) {
        skills.remove(user, id);
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text("skills.removed")));
    }

    private Reply trying(HttpServletRequest request, Form form, long id, Runnable work) {
        try {
            work.run();
        } catch (CrewyardException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            return view("", 1, form.refused(e.errors()), id).refused();
        }
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text("skills.saved")));
    }

    private View view(String words, int number, Form form, long editing) {
        return View.of(
                "vocabulary/skills",
                new SkillsView(
                        skills.page(words, (number - 1) * SkillsView.LENGTH, SkillsView.LENGTH),
                        words.isEmpty() ? List.of() : skills.search(words, FOUND),
                        words,
                        number,
                        form,
                        editing));
    }

    private static AddedSkill skill(Form form) {
        SkillKind kind = Arrays.stream(SkillKind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(form.value("kind")))
                .findFirst()
                .orElse(SkillKind.KNOWLEDGE);
        return new AddedSkill(
                form.value("label").strip(),
                kind,
                names(form.value("synonyms")),
                names(form.value("parents")),
                names(form.value("related")));
    }

    private static List<String> names(String written) {
        return Arrays.stream(written.split("[,\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
