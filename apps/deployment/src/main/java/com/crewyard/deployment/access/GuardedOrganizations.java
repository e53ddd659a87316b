package com.crewyard.deployment.access;

import java.util.List;

/** Organizations: shown to who may see all of one, changed by who administers everything. */
public record GuardedOrganizations(Organizations all, Guard guard) implements OrganizationOperations {

    @Override
    public void create(String name, String actor) {
        all.create(name, actor(actor));
    }

    @Override
    public List<Organization> organizations() {
        return all.organizations().stream()
                .filter(organization -> guard.may(Permission.VIEW, Organization.subject(organization.name())))
                .toList();
    }

    @Override
    public void delete(String name, String actor) {
        all.delete(name, actor(actor));
    }

    @Override
    public void assign(String name, String what, String actor) {
        all.assign(name, what, actor(actor));
    }

    @Override
    public void unassign(String name, String what, String actor) {
        all.unassign(name, what, actor(actor));
    }

    private String actor(String claimed) {
        return guard.requireEverywhere(Permission.ADMINISTER).actor(claimed);
    }
}
