package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;

/** Organizations and what they own, here or on a server. */
public interface OrganizationOperations {

    /** @throws RefusedException when it is there already, or roles and tokens still name one that was */
    void create(String name, String actor);

    /** By their names. */
    List<Organization> organizations();

    /** @throws RefusedException when it is not there, owns something, or roles and tokens name it */
    void delete(String name, String actor);

    /**
     * Gives an application or a pipeline to an organization, whoever had it before; it need not be deployed yet.
     *
     * @throws RefusedException when there is no such organization
     */
    void assign(String name, String what, String actor);

    /** @throws RefusedException when the organization does not have it */
    void unassign(String name, String what, String actor);
}
