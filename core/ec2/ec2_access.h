#pragma once

#include "aws/aws_session.h"
#include "ec2/ebs_client.h"
#include "ec2/ec2_client.h"
#include "ec2/export_client.h"
#include "ec2/iam_client.h"
#include "ec2/import_client.h"
#include "ec2/kms_client.h"

namespace sealift {

/// Amazon EC2 in one region, as one identity. Thread-safe.
class Ec2Access
{
public:
    /// @param region empty: what the environment, the profile or the instance says. @param endpoint where EC2, EBS,
    /// KMS and IAM are asked; empty: as $AWS_ENDPOINT_URL_EC2, _EBS, _KMS and _IAM or the profile have it, else
    /// Amazon's own. Always TLS. Errors: InvalidArgument (no region, or no name of one); Unsafe (no https); those of
    /// the session.
    static Result<std::shared_ptr<Ec2Access>> open(std::shared_ptr<AwsSession> session, const QString &region,
                                                   const QUrl &endpoint, const std::stop_token &stop,
                                                   const ServiceTuning &tuning = {});

    AwsSession &session() { return *m_session; }
    EbsClient &ebs() { return m_ebs; }
    Ec2Client &ec2() { return m_ec2; }
    ImportClient &imports() { return m_imports; }
    ExportClient &exports() { return m_exports; }
    KmsClient &kms() { return m_kms; }
    IamClient &iam() { return m_iam; }
    /// The same identity, for other services.
    std::shared_ptr<AwsSession> sharedSession() const { return m_session; }
    const QString &region() const { return m_ec2.region(); }

private:
    Ec2Access(std::shared_ptr<AwsSession> session, const AwsEndpoint &ebs, const AwsEndpoint &ec2,
              const AwsEndpoint &kms, const AwsEndpoint &iam, const ServiceTuning &tuning);

    const std::shared_ptr<AwsSession> m_session;
    HttpClient m_transport;
    ServiceConnection m_ebsConnection;
    ServiceConnection m_ec2Connection;
    ServiceConnection m_kmsConnection;
    ServiceConnection m_iamConnection;
    EbsClient m_ebs;
    Ec2Client m_ec2;
    ImportClient m_imports;
    ExportClient m_exports;
    KmsClient m_kms;
    IamClient m_iam;
};

} // namespace sealift
