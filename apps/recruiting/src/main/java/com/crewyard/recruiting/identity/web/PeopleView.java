package com.crewyard.recruiting.identity.web;

import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.identity.User;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** @param link of an invitation just made, which is shown once */
public record PeopleView(List<User> people, UserId reader, Optional<Link> link, Form form) {

    /** @param name of who is invited */
    public record Link(String name, String address) {}

    public static List<Choice> roles(Page page) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.CANDIDATE)
                .map(role -> Choice.of(role.code(), page.text("role." + role.code())))
                .toList();
    }
}
