package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.matching.MatchProfile;
import java.util.List;

/**
 * The organization's match profile, as a page.
 *
 * @param versions the latest first
 */
public record WeightsView(ProfileForm form, List<MatchProfile> versions) {}
