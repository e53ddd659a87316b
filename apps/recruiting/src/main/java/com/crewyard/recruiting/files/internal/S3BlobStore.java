package com.crewyard.recruiting.files.internal;

import com.crewyard.kernel.OrganizationId;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects {@code <prefix><organization>/<sha256>} of a bucket. The SDK is loaded with the first file. */
public final class S3BlobStore implements BlobStore, AutoCloseable {

    private final S3Settings settings;
    private final Object opening = new Object();
    private volatile @Nullable S3Client client;

    public S3BlobStore(S3Settings settings) {
        this.settings = settings;
    }

    @Override
    public void put(OrganizationId organization, String sha256, byte[] bytes) {
        try {
            client().putObject(
                            request -> request.bucket(settings.bucket()).key(key(organization, sha256)),
                            RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw new BlobStoreException("the bucket %s refuses a file: %s".formatted(settings.bucket(), e), e);
        }
    }

    @Override
    public Optional<byte[]> read(OrganizationId organization, String sha256) {
        try {
            return Optional.of(client().getObjectAsBytes(
                            request -> request.bucket(settings.bucket()).key(key(organization, sha256)))
                    .asByteArrayUnsafe());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new BlobStoreException(
                    "the bucket %s does not give file %s: %s".formatted(settings.bucket(), sha256, e), e);
        }
    }

    @Override
    public void close() {
        S3Client open = client;
        if (open != null) {
            open.close();
        }
    }

    private String key(OrganizationId organization, String sha256) {
        return "%s%s/%s".formatted(settings.prefix(), organization, sha256);
    }

    private S3Client client() {
        S3Client open = client;
        if (open == null) {
            synchronized (opening) {
                open = client;
                if (open == null) {
                    open = open();
                    client = open;
                }
            }
        }
        return open;
    }

    private S3Client open() {
        // Checksums beyond what an operation demands are unknown to many compatible stores; the key is a checksum.
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        if (!settings.region().isBlank()) {
            builder.region(Region.of(settings.region()));
        }
        if (!settings.accessKey().isBlank()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        }
        return builder.build();
    }
}
