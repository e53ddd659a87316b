package com.crewyard.deployment.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller of this handler must hold: somewhere to be let in, and by the operation that it calls for the environment or
 * pipeline in question. A handler without this, {@link SignedIn} or {@link Anyone} serves nobody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Permission value();

    /** Whether it takes a role for an organization as a whole, or for everything; which one, the operation says. */
    boolean organization() default false;

    /** Whether it takes a role for everything, for what belongs to no environment. */
    boolean everywhere() default false;
}
