#pragma once

#include "task/export_job.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace sealift {

/// The machine that an appliance describes, as far as its own description is not to decide.
class OvaDetails : public QWidget
{
    Q_OBJECT

public:
    explicit OvaDetails(QWidget *parent = nullptr);

    /// @param version of OVF
    OvaOptions options(int version) const;

private:
    QSpinBox *m_cpus;
    QSpinBox *m_memory; ///< GiB
    QComboBox *m_firmware;
};

/// The machine in words: "4 processors, memory as its description says, UEFI".
QString machineText(const OvaOptions &options);

} // namespace sealift
