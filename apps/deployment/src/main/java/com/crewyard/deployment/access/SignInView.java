package com.crewyard.deployment.access;

import com.crewyard.web.Form;

/** @param provider whether people can sign in by an identity provider too */
public record SignInView(Form form, boolean provider) {}
