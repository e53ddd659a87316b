package com.crewyard.recruiting.identity;

/** An operation, or a family of operations that no role holds in part. */
public enum Permission {
    /** Name, theme, logo and templates of the organization. */
    ORGANIZATION_EDIT,
    /** Invite, change the role of, and disable people. */
    PEOPLE_MANAGE,
    /** See who belongs to the organization. */
    PEOPLE_READ,
    JOBS_READ,
    /** Create and edit jobs, their posts, stages, questions and hiring teams. */
    JOBS_WRITE,
    JOBS_DELETE,
    CANDIDATES_READ,
    CANDIDATES_WRITE,
    CANDIDATES_DELETE,
    /** Merge duplicates and undo a merge. */
    CANDIDATES_MERGE,
    /** Add a candidate to a job, edit or delete an application. */
    APPLICATIONS_WRITE,
    /** Move through stages, reject, hire, and undo these. */
    APPLICATIONS_MOVE,
    /** Notes, tags, tasks and attachments of a candidate. */
    COLLABORATE,
    MATCHING_RUN,
    /** Ask the recruiting agent; what it changes needs the permission of that change as well. */
    AGENT_USE
}
