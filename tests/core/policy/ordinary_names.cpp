#include "drawer.h"
#include "text_corpus.h"

#include <functional>

namespace sealift::test {

namespace {

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ');
}

QString date(Drawer &d)
{
    const auto year = QString::number(d.between(2014, 2026));
    const auto month = QStringLiteral("%1").arg(d.between(1, 12), 2, 10, QLatin1Char('0'));
    const auto day = QStringLiteral("%1").arg(d.between(1, 28), 2, 10, QLatin1Char('0'));
    return d.oneOf({year + month + day, year + u'-' + month + u'-' + day, year + u'.' + month + u'.' + day,
                    day + month + year, year.right(2) + month + day});
}

QString time(Drawer &d)
{
    const auto two = [&d](int bound) { return QStringLiteral("%1").arg(d.below(bound), 2, 10, QLatin1Char('0')); };
    return d.oneOf({two(24) + two(60), two(24) + two(60) + two(60), two(24) + u'h' + two(60)});
}

QString version(Drawer &d)
{
    const auto n = [&d](int bound) { return QString::number(d.below(bound)); };
    return d.oneOf({n(40) + u'.' + n(20), n(20) + u'.' + n(20) + u'.' + n(30), u'v' + n(12) + u'.' + n(12),
                    n(12) + u'.' + n(12) + u'.' + n(30) + u'-' + n(9), QStringLiteral("10.0.") + d.digits(5),
                    QStringLiteral("10.0.") + d.digits(5) + u'.' + d.digits(4),
                    n(9) + u'.' + n(9) + u'.' + n(9) + u'.' + n(99), QStringLiteral("r") + d.digits(4),
                    n(9) + QStringLiteral(".x"), QStringLiteral("22.04.") + n(6)});
}

QString uuid(Drawer &d)
{
    return QStringLiteral("%1-%2-4%3-a%4-%5").arg(d.hex(8), d.hex(4), d.hex(3), d.hex(3), d.hex(12));
}

const auto &systems()
{
    static const auto list = words(
        "debian ubuntu centos CentOS-Stream rhel rocky-linux almalinux fedora-coreos openSUSE-Leap sles archlinux "
        "alpine freebsd openbsd windows-server Windows_Server WinSrv win2k22 Win10 Win11-Enterprise "
        "WindowsServer2019Datacenter WS2022StdEval ubuntu2204lts photon flatcar talos vyos pfSense opnsense "
        "OracleLinux AmazonLinux2 kali-linux nixos");
    return list;
}

const auto &roles()
{
    static const auto list = words(
        "web app db sql mail dns proxy lb cache jenkins gitlab-runner build-agent k8s-node k8smaster vpn backup dc "
        "fileserver print exchange sap-hana postgres-primary mysql redis elastic kafka rabbitmq vault-server "
        "token-service password-reset secret-santa keycloak key-server auth-gateway pass-through credential-broker "
        "PasswordManager TokenIssuer login-api access-control pin-entry desktop vdi-gold kiosk");
    return list;
}

const auto &stages()
{
    static const auto list = words("prod test dev qa staging uat int demo lab dr golden base template final old copy "
                                   "backup RC1 rc2 beta GA SP1 SP2 U3 hotfix");
    return list;
}

const auto &architectures()
{
    static const auto list = words("amd64 x86_64 x64 arm64 aarch64 i386 i686 ppc64le s390x riscv64 generic cloudimg "
                                   "genericcloud netinst minimal server-core gui en-us de-de ENU efi bios uefi-lvm");
    return list;
}

QString suffix(Drawer &d)
{
    return d.oneOf(words(".qcow2 .vmdk .vhd .vhdx .vdi .raw .img .ova .iso .qcow2.zst .raw.xz .img.gz -flat.vmdk "
                         "-disk1.vmdk -000001.vmdk _1.vhdx .tar.gz") +
                   QStringList{QString(), QString()});
}

QString host(Drawer &d)
{
    const auto number = QStringLiteral("%1").arg(d.between(1, 99), 2, 10, QLatin1Char('0'));
    const auto site = d.oneOf(words("fra ber muc lon par nyc sfo tyo eu-west-1 us-east-1a dc2 rz1 hq az3"));
    return d.oneOf({d.oneOf(roles()) + number + u'-' + d.oneOf(stages()),
                    site + u'-' + d.oneOf(roles()) + u'-' + number,
                    d.oneOf(stages()).toUpper() + u'-' + d.oneOf(roles()).toUpper() + number,
                    QStringLiteral("vm-") + QString::number(d.between(100, 99999)) + QStringLiteral("-disk-0"),
                    d.oneOf(words("S L P X")) + site.toUpper() + d.oneOf(words("SRV WEB SQL DC APP")) + d.digits(3),
                    d.oneOf(roles()) + number + site.left(3)});
}

using Form = std::function<QString(Drawer &)>;

const QList<Form> &forms()
{
    static const QList<Form> list{
        [](Drawer &d) { return host(d); },
        [](Drawer &d) { return host(d) + u'_' + date(d); },
        [](Drawer &d) { return host(d) + u'-' + date(d) + u'-' + time(d); },
        [](Drawer &d) { return d.oneOf(systems()) + u'-' + version(d) + u'-' + d.oneOf(architectures()); },
        [](Drawer &d) {
            return d.oneOf(systems()) + u'_' + version(d) + u'_' + d.oneOf(architectures()) + u'_' + date(d);
        },
        [](Drawer &d) {
            return d.oneOf(systems()) + u'-' + version(d) + u'-' + d.oneOf(architectures()) + u'-' + date(d) + u'-' +
                   d.digits(4);
        },
        [](Drawer &d) { return d.oneOf(systems()) + u'-' + d.hex(d.oneOf(words("7 8 10 12 40 64")).toInt()); },
        [](Drawer &d) { return d.oneOf(roles()) + u'-' + uuid(d); },
        [](Drawer &d) { return uuid(d); },
        [](Drawer &d) { return d.hex(32); },
        [](Drawer &d) { return QStringLiteral("sha256-") + d.hex(64); },
        [](Drawer &d) { return d.oneOf(words("i- ami- vol- snap-")) + QStringLiteral("0") + d.hex(16); },
        [](Drawer &d) {
            return d.oneOf(roles()) + QStringLiteral("-build.") + QString::number(d.between(1, 99999)) +
                   QStringLiteral("-g") + d.hex(7);
        },
        [](Drawer &d) {
            return d.oneOf(roles()) + u'-' + QString::number(d.between(1'400'000'000, 1'900'000'000)) +
                   d.oneOf({QString(), d.digits(3), d.digits(6)});
        },
        [](Drawer &d) {
            return d.oneOf(roles()) + u' ' + d.oneOf(stages()) + QStringLiteral(" (") +
                   QString::number(d.between(1, 12)) + u')';
        },
        [](Drawer &d) { return QStringLiteral("Copy of ") + d.oneOf(systems()) + u' ' + version(d); },
        [](Drawer &d) { return d.oneOf(roles()) + QStringLiteral("@") + date(d); },
        [](Drawer &d) {
            return d.oneOf(systems()) + QStringLiteral("+") + d.oneOf(roles()) + QStringLiteral("#") +
                   QString::number(d.between(1, 400));
        },
        [](Drawer &d) {
            return QStringLiteral("KB") + d.digits(7) + u'_' + d.oneOf(systems()) + u'_' + d.oneOf(architectures());
        },
        [](Drawer &d) {
            return QStringLiteral("SW_DVD9_Win_Server_STD_CORE_2022_2108.") + QString::number(d.between(1, 40)) +
                   QStringLiteral("_64Bit_English_DC_STD_MLF_X23-") + d.digits(5);
        },
        [](Drawer &d) {
            return QStringLiteral("%1.%2_release_svc_refresh_SERVER_EVAL_x64FRE_en-us").arg(d.digits(5), d.digits(3));
        },
        [](Drawer &d) {
            return QStringLiteral("Fedora-Cloud-Base-Generic.x86_64-%1-1.%2")
                .arg(d.between(30, 44))
                .arg(d.between(1, 14));
        },
        [](Drawer &d) {
            return QStringLiteral("CentOS-Stream-GenericCloud-x86_64-9-%1.%2").arg(date(d)).arg(d.below(4));
        },
        [](Drawer &d) { return QStringLiteral("VMware-VCSA-all-8.0.%1-%2").arg(d.below(4)).arg(d.digits(8)); },
        [](Drawer &d) {
            return QStringLiteral("TICKET-") + d.digits(6) + u'_' + d.oneOf(roles()) + u'_' + d.oneOf(stages());
        },
        [](Drawer &d) { return QStringLiteral("INC") + d.digits(10) + u'-' + host(d); },
        [](Drawer &d) {
            return d.of(QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 26).replace(0, 2, QStringLiteral("01"));
        },
        [](Drawer &d) { return QStringLiteral("vm_") + d.digits(13) + u'_' + d.oneOf(stages()); },
        [](Drawer &d) { return QStringLiteral("serial-") + d.digits(d.between(6, 12)); },
        [](Drawer &d) {
            return d.oneOf({QStringLiteral("Büro-PC"), QStringLiteral("poste-rénové"), QStringLiteral("开发机"),
                            QStringLiteral("テスト環境"), QStringLiteral("año-nuevo")}) +
                   u'-' + date(d);
        },
        [](Drawer &d) { return QStringLiteral("%1-%2-%3").arg(d.digits(3), d.digits(4), d.digits(4)); },
        [](Drawer &d) {
            return QStringLiteral("%1x%2_%3MHz").arg(d.between(1, 64)).arg(d.between(1, 512)).arg(d.digits(4));
        },
    };
    return list;
}

} // namespace

QList<QString> ordinaryNames(quint32 seed, int count)
{
    Drawer drawer(seed);
    QList<QString> names;
    for (int i = 0; i < count; ++i)
        names.append(forms()[i % forms().size()](drawer) + suffix(drawer));
    return names;
}

} // namespace sealift::test
