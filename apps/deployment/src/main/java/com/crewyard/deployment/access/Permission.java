package com.crewyard.deployment.access;

/** What a caller may do with an environment or a pipeline. */
public enum Permission {
    /** See what runs, logs, plans that were made, runs and their stages. */
    VIEW,
    /** Plan, deploy, roll back, repair, pause and abort; run and cancel pipelines. */
    DEPLOY,
    /** Answer those who wait for a yes: approvals, promotions, stages of pipelines. */
    APPROVE,
    /** End environments; in an organization also say who may do what there, and everywhere also publish pipelines. */
    ADMINISTER
}
