package com.crewyard.recruiting.files.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An S3-compatible store for files.
 *
 * @param bucket empty keeps files on disk
 * @param endpoint of a store that is not Amazon's; empty for Amazon's
 * @param region empty leaves it to the environment ({@code AWS_REGION}) and the instance
 * @param prefix put in front of every key, {@code crewyard/} for instance
 * @param pathStyle whether the bucket stands in the path instead of the host name, as many stores want
 * @param accessKey empty leaves credentials to the SDK's default chain
 */
@ConfigurationProperties("crewyard.files.s3")
public record S3Settings(
        @DefaultValue("") String bucket,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String region,
        @DefaultValue("") String prefix,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey) {

    public boolean configured() {
        return !bucket.isBlank();
    }

    @Override
    public String toString() {
        return "S3Settings[bucket=%s, endpoint=%s, region=%s, prefix=%s]".formatted(bucket, endpoint, region, prefix);
    }
}
