package com.crewyard.deployment.access.web;

import com.crewyard.deployment.access.DeniedException;
import com.crewyard.deployment.access.GuardedGrants;
import com.crewyard.deployment.access.GuardedOrganizations;
import com.crewyard.deployment.access.GuardedTokens;
import com.crewyard.deployment.access.NewToken;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.web.Form;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The page that every change of access comes back to, with the reason and what was typed when it was refused. */
@Component
class AccessPage {

    static final String PATH = "/access";

    private final GuardedTokens tokens;
    private final GuardedGrants grants;
    private final GuardedOrganizations organizations;
    private final Clock clock;

    AccessPage(GuardedTokens tokens, GuardedGrants grants, GuardedOrganizations organizations, Clock clock) {
        this.tokens = tokens;
        this.grants = grants;
        this.organizations = organizations;
        this.clock = clock;
    }

    View show() {
        return view(Optional.empty(), Form.blank(), "");
    }

    View showing(NewToken fresh) {
        return view(Optional.of(fresh), Form.blank(), "");
    }

    Reply changing(Form typed, Runnable change) {
        return trying(typed, () -> {
            change.run();
            return Redirect.to(PATH);
        });
    }

    Reply trying(Form typed, Supplier<Reply> change) {
        try {
            return change.get();
        } catch (RefusedException e) {
            return view(Optional.empty(), typed, e.sentence()).refused();
        } catch (DeniedException e) {
            return view(Optional.empty(), typed, e.sentence()).refused();
        }
    }

    private View view(Optional<NewToken> fresh, Form form, String refused) {
        return View.of(
                "access/access",
                new AccessView(
                        tokens.tokens(),
                        grants.grants(),
                        organizations.organizations(),
                        fresh,
                        form,
                        refused,
                        clock.instant()));
    }
}
