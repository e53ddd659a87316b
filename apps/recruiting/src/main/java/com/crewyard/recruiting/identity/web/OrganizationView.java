package com.crewyard.recruiting.identity.web;

import com.crewyard.recruiting.identity.Organization;
import com.crewyard.web.Form;
import java.util.List;

public record OrganizationView(Organization organization, List<String> timeZones, Form form) {}
