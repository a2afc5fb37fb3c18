# Makes this Windows account a kiosk: it starts when the account logs in, and again a minute after whatever has ended it.
# In PowerShell, as the account itself:
#   powershell -ExecutionPolicy Bypass -File windows-kiosk.ps1 -Arguments '--restart-at=03:30'
param([string]$Arguments = '--restart-at=03:30')

$program = Join-Path $env:ProgramFiles 'luot\luot.exe'
if (-not (Test-Path $program)) { throw "There is no $program; install it first." }
$action = New-ScheduledTaskAction -Execute $program -Argument $Arguments
$atLogOn = New-ScheduledTaskTrigger -AtLogOn -User $env:USERNAME
# A second start of a kiosk that is open ends at once.
$everyMinute = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 1)
$settings = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries `
  -ExecutionTimeLimit ([TimeSpan]::Zero) -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName 'Luot kiosk' -Action $action -Trigger $atLogOn, $everyMinute `
  -Settings $settings -Force | Out-Null
Write-Output 'The kiosk starts by itself from the next login on.'
