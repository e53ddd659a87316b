package com.crewyard.deployment.api;

import com.crewyard.deployment.access.Organization;
import com.crewyard.deployment.access.OrganizationOperations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The organizations of a server, as if they were here. */
public final class RemoteOrganizations implements OrganizationOperations {

    private static final String ORGANIZATIONS = "/organizations";

    private final Server server;

    public RemoteOrganizations(Server server) {
        this.server = server;
    }

    @Override
    public void create(String name, String actor) {
        server.post(ORGANIZATIONS, new Wire.OrganizationOrder(name, actor));
    }

    @Override
    public List<Organization> organizations() {
        return server.list(ORGANIZATIONS, Map.of(), Organization.class);
    }

    @Override
    public void delete(String name, String actor) {
        server.delete(path(name), Map.of("actor", actor));
    }

    @Override
    public void assign(String name, String what, String actor) {
        server.post(path(name) + "/belongings", new Wire.Belonging(what, actor));
    }

    @Override
    public void unassign(String name, String what, String actor) {
        server.delete(path(name) + "/belongings/" + encoded(what), Map.of("actor", actor));
    }

    private static String path(String name) {
        return ORGANIZATIONS + "/" + encoded(name);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
