package com.crewyard.deployment.access.web;

import com.crewyard.deployment.access.ApiToken;
import com.crewyard.deployment.access.NewToken;
import com.crewyard.deployment.access.Organization;
import com.crewyard.deployment.access.People.TeamGrant;
import com.crewyard.deployment.access.Role;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what.
 *
 * @param fresh a token just made, whose secret is shown this once
 * @param refused why what was sent was not done
 */
public record AccessView(
        List<ApiToken> tokens,
        List<TeamGrant> grants,
        List<Organization> organizations,
        Optional<NewToken> fresh,
        Form form,
        String refused,
        Instant now) {

    public List<Choice> owners() {
        return organizations.stream()
                .map(organization -> Choice.of(organization.name(), organization.name()))
                .toList();
    }

    public static List<Choice> roles(Page page) {
        return Arrays.stream(Role.values())
                .map(role -> Choice.of(role.code(), page.text("access.role." + role.code())))
                .toList();
    }

    public static String role(String code, Page page) {
        return page.text("access.role." + code);
    }
}
