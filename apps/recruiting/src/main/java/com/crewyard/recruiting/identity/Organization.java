package com.crewyard.recruiting.identity;

import com.crewyard.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A tenant: the employer whose jobs and candidates these are.
 *
 * @param slug its name in addresses of the careers site, unique
 * @param about Markdown for the careers site
 * @param themeColor {@code #rrggbb}
 * @param logo SHA-256 of the stored picture
 * @param timeZone in which its people read times
 * @param demonstration whether its people and data were made up by us
 */
public record Organization(
        OrganizationId id,
        String name,
        String slug,
        String about,
        Optional<String> websiteUrl,
        String themeColor,
        Optional<String> logo,
        ZoneId timeZone,
        boolean demonstration,
        int version) {}
