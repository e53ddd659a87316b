package com.crewyard.recruiting.vocabulary.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.Family;
import com.crewyard.recruiting.vocabulary.OwnTerms;
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

/** The organization's own skills and titles, to be searched and edited. */
@Controller
@RequestMapping("/settings/{family:skills|titles}")
@ProcessRole.Only(ProcessRole.WEB)
class TermPages {

    private static final int FOUND = 20;

    private final OwnTerms terms;
    private final Pages pages;

    TermPages(OwnTerms terms, Pages pages) {
        this.terms = terms;
        this.pages = pages;
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @GetMapping
    Reply list(
            @PathVariable String family,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        return view(Family.ofPlural(family), q.strip(), Math.max(1, page), Form.blank(), 0);
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping
    Reply add(@PathVariable String family, HttpServletRequest request, CurrentUser user) {
        Family kind = Family.ofPlural(family);
        Form form = Form.ofParameters(request.getParameterMap());
        return trying(request, kind, form, 0, () -> terms.add(user, term(kind, form)));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/{id}")
    Reply change(@PathVariable String family, @PathVariable long id, HttpServletRequest request, CurrentUser user) {
        Family kind = Family.ofPlural(family);
        Form form = Form.ofParameters(request.getParameterMap());
        String version = form.value("version");
        int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        return trying(request, kind, form, id, () -> terms.change(user, id, seen, term(kind, form)));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/{id}/removal")
    Reply remove(@PathVariable String family, @PathVariable long id, HttpServletRequest request, CurrentUser user) {
        terms.remove(user, Family.ofPlural(family), id);
        return Redirect.to("/settings/" + family)
                .saying(Flash.success(pages.page(request).text("terms.removed")));
    }

    private Reply trying(HttpServletRequest request, Family family, Form form, long id, Runnable work) {
        try {
            work.run();
        } catch (CrewyardException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            return view(family, "", 1, form.refused(e.errors()), id).refused();
        }
        return Redirect.to("/settings/" + family.plural())
                .saying(Flash.success(pages.page(request).text("terms.saved")));
    }

    private View view(Family family, String words, int number, Form form, long editing) {
        return View.of(
                "vocabulary/terms",
                new TermsView(
                        family,
                        terms.page(family, words, (number - 1) * TermsView.LENGTH, TermsView.LENGTH),
                        words.isEmpty() ? List.of() : terms.search(family, words, FOUND),
                        words,
                        number,
                        form,
                        editing));
    }

    private static AddedTerm term(Family family, Form form) {
        String label = form.value("label").strip();
        List<String> synonyms = names(form.value("synonyms"));
        List<String> related = names(form.value("related"));
        return switch (family) {
            case SKILL -> new AddedSkill(label, kind(form), synonyms, names(form.value("parents")), related);
            case TITLE -> new AddedTitle(label, synonyms, related);
        };
    }

    private static SkillKind kind(Form form) {
        return Arrays.stream(SkillKind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(form.value("kind")))
                .findFirst()
                .orElse(SkillKind.KNOWLEDGE);
    }

    private static List<String> names(String written) {
        return Arrays.stream(written.split("[,\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
